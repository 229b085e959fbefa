import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { renderChangesJson } from '../../../../shared/release/changes/changes-json.ts';
import { describeChanges } from '../../../../shared/release/changes/describe-changes.ts';
import { readDecimal } from '../../../../shared/scoring/reference/exact.ts';
import type { Scoreboard } from '../../../../shared/scoring/scoreboard.ts';
import { asDerived, buildProvinceScoreboard, settle, withMissing } from '../../../support/scoreboard-builder.ts';

const framework = await loadFramework('dti-province-405');

/** The 2024 round, said to be of a period, with other totals for some units. */
function roundOf(period: string, totals: Record<string, string> = {}): Scoreboard {
  const scoreboard = buildProvinceScoreboard();
  for (const unit of scoreboard.units) unit.scores.dti!.value = totals[unit.unit_id] ?? unit.scores.dti!.value;
  return settle({ ...scoreboard, period, release: `dti/province34/${period}/r1` });
}

const compare = (now: Scoreboard, before: Scoreboard, other: Partial<Parameters<typeof describeChanges>[0]> = {}) =>
  describeChanges({ now, before, framework, rescored: null, ...other });

const unitIn = (changes: ReturnType<typeof compare>, unitId: string) =>
  changes.units.find(({ unit_id }) => unit_id === unitId)!;

describe('describeChanges', () => {
  it('says of every change which release it is measured against', () => {
    const { against } = compare(roundOf('2025'), roundOf('2024'));
    expect(against).toMatchObject({ release: 'dti/province34/2024/r1', period: '2024', closing_date: '2024-12-31' });
  });

  it('takes values apart as exact decimals and ranks as places gained', () => {
    const changes = compare(roundOf('2025', { 'P48-2025': '0.7200' }), roundOf('2024'));
    const daNang = unitIn(changes, 'P48-2025');
    expect(daNang).toMatchObject({ state: 'compared', rank_before: 17, rank_after: 13, rank_change: 4 });
    expect(daNang.rank_parts).toEqual({ own: 4, others: 0, method: 0, merger: 0 });
    expect(daNang.scores.dti).toMatchObject({ value_before: '0.7069', value_after: '0.7200', value_change: '0.0131' });
    expect(daNang.scores.security!.value_change).toBe('0.0000');
    expect(unitIn(changes, 'P40-2025').rank_parts).toEqual({ own: 0, others: -1, method: 0, merger: 0 });
  });

  it('names the state of a unit that has no change, and gives it none', () => {
    const changes = compare(withMissing(roundOf('2025'), 'P01-2025'), withMissing(roundOf('2024'), 'P46-2025'));
    expect(unitIn(changes, 'P01-2025')).toMatchObject({ state: 'unranked_now', rank_change: null, rank_parts: null });
    const hue = unitIn(changes, 'P46-2025');
    expect(hue).toMatchObject({ state: 'unranked_before', rank_before: null, rank_after: 1, rank_change: null });
    expect(hue.scores.dti).toMatchObject({ value_before: null, value_after: '0.7951', value_change: null });
    expect(changes.measures[0]).toMatchObject({ measure: 'dti', units_before: 33, units_after: 33 });
    // Hải Phòng: one above left, another came.
    expect(unitIn(changes, 'P31-2025')).toMatchObject({ rank_change: 0, rank_parts: { merger: 0 } });
  });

  it('lists who joined and who left the group', () => {
    const [now, before] = [roundOf('2025'), roundOf('2024')];
    before.units = before.units.filter(({ unit_id }) => unit_id !== 'P04-2025');
    now.units = now.units.filter(({ unit_id }) => unit_id !== 'P01-2025');
    const changes = compare(settle(now), settle(before));
    expect(unitIn(changes, 'P04-2025').state).toBe('joined');
    expect(changes.left).toEqual([{ unit_id: 'P01-2025', unit_name_vi: 'Hà Nội', rank_before: 1 }]);
    expect(unitIn(changes, 'P46-2025').rank_parts).toEqual({ own: 0, others: 0, method: 0, merger: 1 });
  });

  it('has a part of the method only where it is known', () => {
    const [now, before] = [roundOf('2025'), roundOf('2024')];
    before.framework = { ...before.framework, framework_id: 'dti-province-922', sha256: 'e'.repeat(64) };
    const bridged = { framework: { ...framework, comparable_with: ['dti-province-922'] } };
    const apart = compare(now, before, bridged);
    expect([apart.method, unitIn(apart, 'P01-2025').rank_parts!.method]).toEqual(['not_separated', null]);
    const totals = before.units.map(({ unit_id, scores }) => [unit_id, readDecimal(scores.dti!.value)] as const);
    const rescored = new Map(totals).set('P01-2025', readDecimal('0.7900'));
    const known = compare(now, before, { ...bridged, rescored });
    expect(known.method).toBe('rescored');
    expect(unitIn(known, 'P01-2025').rank_parts).toEqual({ own: 1, others: 0, method: -1, merger: 0 });
    rescored.delete('P04-2025');
    expect(compare(now, before, { ...bridged, rescored }).method).toBe('not_separated');
  });

  it('refuses by name what may not be compared: first of all the ranks of two groups', () => {
    const codeOf = (now: Scoreboard, before: Scoreboard) => {
      try {
        compare(now, before);
        return 'compared';
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const now = roundOf('2025');
    expect(codeOf(now, { ...roundOf('2024'), group: 'province63' })).toBe('CHANGE_ACROSS_GROUPS');
    expect(codeOf(now, { ...roundOf('2024'), index: 'other' })).toBe('CHANGE_ACROSS_INDICES');
    expect(codeOf(now, asDerived(roundOf('2024')))).toBe('CHANGE_AGAINST_DERIVED');
    expect(codeOf(now, roundOf('2025'))).toBe('CHANGE_AGAINST_LATER');
    expect(codeOf(now, roundOf('2025-Q4'))).toBe('compared');
    const other = roundOf('2024');
    other.framework = { ...other.framework, framework_id: 'dti-province-922' };
    expect(codeOf(now, other)).toBe('CHANGE_ACROSS_FRAMEWORKS');
  });

  it('is written with a line per unit and read back as it was', () => {
    const changes = compare(roundOf('2025', { 'P48-2025': '0.7200' }), roundOf('2024'));
    const text = renderChangesJson(changes);
    expect(JSON.parse(text)).toEqual(changes);
    expect(text.split('\n').filter((line) => line.startsWith('    {"unit_id"'))).toHaveLength(34);
  });
});
