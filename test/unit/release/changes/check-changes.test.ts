import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import type { Changes } from '../../../../shared/release/changes/changes.ts';
import { checkGrowth, requireRightChanges } from '../../../../shared/release/changes/check-changes.ts';
import { describeChanges, growthPercent } from '../../../../shared/release/changes/describe-changes.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../../../shared/scoring/scoreboard.ts';
import { buildProvinceScoreboard, settle } from '../../../support/scoreboard-builder.ts';

const framework = await loadFramework('dti-province-405');

function averages(release: string, values: Record<string, string>) {
  const measures = Object.entries(values).map(([measure, average]) => ({ measure, average }) as ScoreboardMeasure);
  return { release, measures };
}

/** Published over the 63. */
const of2024 = averages('dti/province63/2024/r1', {
  pillar_gov: '0.7582',
  pillar_econ: '0.7723',
  pillar_soc: '0.7692',
});

/** Inferred: the values of 2023 that give both the right growths and the wrong ones; the fourth column has no name here. */
const of2023 = averages('dti/province63/2023/r1', {
  pillar_gov: '0.7507',
  pillar_econ: '0.7239',
  pillar_soc: '0.6818',
  next_column: '0.6783',
});

/** Growth of each pillar against the column that stands so many to the right. */
const claimsAgainst = (shift: number) =>
  of2024.measures.map(({ measure, average: value_after }, i) => {
    const value_before = of2023.measures[i + shift]!.average;
    return { measure, value_before, value_after, growth_percent: growthPercent(value_before, value_after) };
  });

describe('growth_against_right_column', () => {
  it('passes the growth of each pillar against itself: +1.0, +6.7 and +12.8 %', () => {
    const claims = claimsAgainst(0);
    expect(claims.map(({ growth_percent }) => growth_percent)).toEqual(['1.0', '6.7', '12.8']);
    expect(checkGrowth(claims, of2024, of2023)).toEqual([]);
  });

  it('catches the press release of 2024, +4.7, +13.3 and +13.4 %, and names the column each was taken from', () => {
    const claims = claimsAgainst(1);
    expect(claims.map(({ growth_percent }) => growth_percent)).toEqual(['4.7', '13.3', '13.4']);
    const caught = checkGrowth(claims, of2024, of2023);
    expect(caught.map(({ check, about }) => [check, about])).toEqual([
      ['growth_against_right_column', 'pillar_gov'],
      ['growth_against_right_column', 'pillar_econ'],
      ['growth_against_right_column', 'pillar_soc'],
    ]);
    expect(caught[0]!.message).toBe('0.7239 is of pillar_econ in dti/province63/2023/r1, where pillar_gov is 0.7507');
    expect(caught[2]!.message).toContain('of next_column');
  });

  it('catches a growth that is not that of its own two values', () => {
    const [first] = claimsAgainst(0);
    for (const growth_percent of ['1.1', '0.9', null]) {
      expect(checkGrowth([{ ...first!, growth_percent }], of2024, of2023)).toHaveLength(1);
    }
  });

  it('holds an exact half to be rounded up, down the scale too', () => {
    expect([growthPercent('2.0000', '2.0010'), growthPercent('2.0000', '1.9990')]).toEqual(['0.1', '0.0']);
    const [after, before] = [averages('b', { x: '1.9990' }), averages('a', { x: '2.0000' })];
    const claim = { measure: 'x', value_before: '2.0000', value_after: '1.9990' };
    expect(checkGrowth([{ ...claim, growth_percent: '0.0' }], after, before)).toEqual([]);
    expect(checkGrowth([{ ...claim, growth_percent: '-0.1' }], after, before)).toHaveLength(1);
  });

  it('asks for no growth from nothing', () => {
    const [after, before] = [averages('b', { x: '0.5000' }), averages('a', { x: '0.0000' })];
    const claim = { measure: 'x', value_before: '0.0000', value_after: '0.5000' };
    expect(checkGrowth([{ ...claim, growth_percent: null }], after, before)).toEqual([]);
    expect(checkGrowth([{ ...claim, growth_percent: '0.0' }], after, before)).toHaveLength(1);
  });
});

describe('requireRightChanges', () => {
  const before = buildProvinceScoreboard();
  const now: Scoreboard = settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
  const changes = describeChanges({ now, before, framework, rescored: null });

  it('lets right changes pass', () => {
    expect(() => requireRightChanges(changes, now, before)).not.toThrow();
  });

  it.each<[string, (wrong: Changes) => void, string]>([
    ['parts that do not add up', ({ units }) => units[0]!.rank_parts!.own++, 'rank_parts_add_up P01-2025'],
    [
      'an average of another measure',
      ({ measures }) => Object.assign(measures[9]!, { value_before: measures[10]!.value_before }),
      'growth_against_right_column pillar_gov',
    ],
  ])('stops a release with %s', (_what, spoil, named) => {
    const wrong = structuredClone(changes);
    spoil(wrong);
    expect(() => requireRightChanges(wrong, now, before)).toThrow(named);
    expect(() => requireRightChanges(wrong, now, before)).toThrow('SCORES_CHANGES_WRONG');
  });
});
