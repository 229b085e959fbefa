import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../../shared/frameworks/framework.ts';
import { digestOf } from '../../../../shared/frameworks/framework-document.ts';
import { buildRelease } from '../../../../shared/release/build-release.ts';
import { freezeSuccessors } from '../../../../shared/release/build-successors.ts';
import { type Files, scoringInputs, writeFrozenInputs } from '../../../../shared/release/frozen-inputs.ts';
import { backcastReleases, renderBackcasts } from '../../../../shared/release/mergers/backcast-releases.ts';
import { readContextColumn } from '../../../../shared/release/mergers/read-context-column.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import { groupOf } from '../../../../shared/units/groups.ts';
import { membersOf } from '../../../../shared/units/registry.ts';
import { writeReleaseWorkbooks } from '../../../../shared/workbook/release-workbooks.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const group = 'ministry-services';
const whole = (input: string) => ({ input, decimals: 0, minimum: '0', maximum: null });

function makeFramework(changes: Partial<Framework> = {}): Framework {
  const ratio = indicatorOf('online', { rule: 'ratio', inputs: ['numerator', 'denominator'].map(whole) });
  const legal_reference = { title_vi: 'x', number: '1/QĐ', issued: '2024-01-01', url: 'https://example.org/1' };
  const { sha256: _, ...content } = frameworkOf([ratio], { groups: [group], legal_reference, ...changes });
  return { ...content, sha256: digestOf(content) };
}

/** A release in which each unit declares two numbers. */
async function releaseOf(
  period: string,
  framework: Framework,
  figures: Record<string, [number, number]>,
): Promise<Files> {
  const { holds: _, ...named } = groupOf(group);
  const units = membersOf(group, period).map(({ unit_id, name_vi }) => ({
    unit_id,
    name_vi,
    submitted: unit_id in figures,
    ranked: true,
    submission_sha256: unit_id in figures ? 'a'.repeat(64) : null,
    formed_from_vi: [],
  }));
  const observations = Object.entries(figures).flatMap(([unit_id, [numerator, denominator]]) =>
    Object.entries({ numerator, denominator }).map(([input, value]) => {
      return { unit_id, indicator: 'online', input, value: `${value}`, submission_sha256: '', sheet: null, cell: null };
    }),
  );
  const closing_date = `${period}-12-31`;
  const inputs = { group: named, period, closing_date, framework, units, observations, answers: [], appraisals: [] };
  const scores = scoreReference(scoringInputs(inputs));
  const release = `dti/${group}/${period}/r1`;
  return buildRelease({ release, inputFiles: writeFrozenInputs(inputs), scores }, writeReleaseWorkbooks);
}

const framework = makeFramework();

/** The ministries of finance and of planning before March 2025. */
const before = await releaseOf('2024', framework, { M06: [100, 200], M14: [90, 100], M04: [1, 2], M17: [3, 4] });
const after = await releaseOf('2025', framework, { 'M06-2025': [240, 300] });

const request = { before: [before], after: [after], group, asOf: '2025', weights: null };

describe('backcastReleases', () => {
  it('carries ministries over the mergers of March 2025, from the files of releases alone', async () => {
    const { rounds } = await backcastReleases(request);
    const units = new Map(rounds[0]!.units.map((unit) => [unit.unit_id, unit]));
    const merged = units.get('M06-2025')!;
    expect(merged.formed_from.map(({ unit_id }) => unit_id)).toEqual(['M06', 'M14']);
    // (0.5 + 0.9) / 2; 190 of 300.
    expect(merged.official_mean.scores.dti!.value).toBe('0.7000');
    expect(merged.as_if_merged.scores.dti!.value).toBe('0.6333');
    expect(units.get('M17-2025')!.as_if_merged.scores.dti!.value).toBe('0.6667');
    // Of four predecessors none submitted.
    expect(units.get('M12-2025')!.official_mean.state).toBe('predecessor_missing');
  });

  it('joins them with what the ministry published itself, period after period', async () => {
    const weights = readContextColumn('unit_id,procedures\nM06,10\nM14,30\n', 'procedures.csv');
    const { series } = await backcastReleases({ ...request, weights });
    expect(series.find(({ unit_id, measure }) => unit_id === 'M06-2025' && measure === 'dti')).toEqual({
      unit_id: 'M06-2025',
      unit_name_vi: expect.any(String),
      measure: 'dti',
      points: [
        {
          ...{ period: '2024', framework_id: 'dti-test', segment: 1, published: null },
          ...{ official_mean: '0.7000', as_if_merged: '0.6333', weighted: '0.8000' },
        },
        {
          ...{ period: '2025', framework_id: 'dti-test', segment: 1, published: '0.8000' },
          ...{ official_mean: null, as_if_merged: null, weighted: null },
        },
      ],
    });
  });

  it('begins another segment at a framework that does not declare itself comparable', async () => {
    const segmentsUnder = async (changes: Partial<Framework>) => {
      const other = await releaseOf('2025', makeFramework(changes), { 'M06-2025': [240, 300] });
      const { series } = await backcastReleases({ ...request, after: [other] });
      return series.find(({ unit_id }) => unit_id === 'M06-2025')!.points.map(({ segment }) => segment);
    };
    expect(await segmentsUnder({ framework_id: 'dti-other' })).toEqual([1, 2]);
    expect(await segmentsUnder({ framework_id: 'dti-other', comparable_with: ['dti-test'] })).toEqual([1, 1]);
  });

  it('refuses a release that is derived itself', async () => {
    const derived = new Map([...before, ...freezeSuccessors(before, group)]);
    await expect(backcastReleases({ ...request, before: [derived] })).rejects.toThrow('RELEASE_UNSUITABLE');
  });

  it('is written as JSON with a line per unit', async () => {
    const file = await backcastReleases(request);
    expect(JSON.parse(renderBackcasts(file))).toEqual(file);
  });
});

describe('readContextColumn', () => {
  it('reads a positive decimal for each unit', () => {
    const { column, source, values } = readContextColumn('\uFEFFunit_id,area_km2\r\nP01,3359.8\r\n', 'area.csv');
    expect([column, source, values.get('P01')]).toEqual(['area_km2', 'area.csv', '3359.8']);
  });

  it.each([
    ['unit_id\nP01', 'line 1: the head'],
    ['unit_id,a\nP01,1\nP01,2', 'line 3: "P01" is empty or given twice'],
    ['unit_id,a\nP01,0.0', 'line 2: "0.0" of P01'],
    ['unit_id,a\nP01,-1', 'line 2: "-1" of P01'],
    ['unit_id,a\nP01,"1,5"', 'line 2: "1,5" of P01'],
  ])('names the line of %j that it cannot use', (text, message) => {
    expect(() => readContextColumn(text, 'a.csv')).toThrow(`CONTEXT_COLUMN_BROKEN: a.csv, ${message}`);
  });
});
