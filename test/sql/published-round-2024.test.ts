import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { tableOf } from '../../shared/lake/tables.ts';
import {
  computeSuccessors,
  computeWithSql,
  runChecks,
  runSuccessorChecks,
} from '../../shared/scoring/compute-with-sql.ts';
import {
  type FrozenTable,
  freezePredecessorScores,
  freezeTables,
  type PredecessorScore,
} from '../../shared/scoring/freeze-tables.ts';
import { scaleDecimal } from '../../shared/scoring/scaled-decimal.ts';
import type { Scores, ScoringInputs } from '../../shared/scoring/scores.ts';
import { averages } from '../../shared/scoring/sql/averages/table.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { findUnitByName, predecessorsOf } from '../../shared/units/registry.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';

type Published = Record<string, string> & { unit_id: string };

async function readPublished(group: 'province34' | 'province63'): Promise<Published[]> {
  const rows: Record<string, string>[] = parse(await readFile(`sample-data/dti-2024-${group}.csv`), { columns: true });
  return rows.map((row) => ({ ...row, unit_id: findUnitByName(row.unit_vi!, group, '2024')!.unit_id }));
}

const framework = await loadFramework('dti-province-405');
const of34 = await readPublished('province34');

const inputs: ScoringInputs = {
  framework,
  units: of34.map((row) => ({ unit_id: row.unit_id, name_vi: row.unit_vi!, submitted: true, ranked: true })),
  observations: of34.flatMap((row) =>
    framework.indicators.map(({ indicator }, index) => ({
      unit_id: row.unit_id,
      indicator,
      input: 'value',
      value: row[indicator]!,
      submission_sha256: 'a'.repeat(64),
      sheet: 'Khai báo',
      cell: `E${index + 5}`,
    })),
  ),
};

let lake: AthenaLake;
let scores: Scores;
const totals = () => scores.measure_scores.filter(({ measure }) => measure === 'dti');
const store = async (runId: string, tables: FrozenTable[]) => {
  for (const { table, rows } of tables) await lake.put(tableOf(table), runId, rows);
};

beforeAll(async () => {
  lake = await openAthenaLake(lakeTables);
  await store('published', freezeTables(inputs));
  scores = await computeWithSql(lake, 'published', framework);
});
afterAll(() => lake.close());

describe('computeWithSql', () => {
  it('gives the published rank of all 34 provinces from their published main indices', () => {
    const ranks = new Map(totals().map(({ unit_id, rank }) => [unit_id, String(rank)]));
    expect(of34.map(({ unit_id }) => ranks.get(unit_id))).toEqual(of34.map(({ rank }) => rank));
  });

  it('gives the published total but for the last digit of seven, which came from main indices before rounding', () => {
    const values = new Map(totals().map(({ unit_id, value }) => [unit_id, scaleDecimal(value!, 4)]));
    const distances = of34.map(({ unit_id, dti }) => values.get(unit_id)! - scaleDecimal(dti!, 4));
    expect(distances.filter((distance) => distance !== 0n)).toHaveLength(7);
    expect(distances.every((distance) => distance >= -1n && distance <= 1n)).toBe(true);
  });

  it('returns rows in the order of the contract, points and maxima at their own decimals', () => {
    const units = of34.map(({ unit_id }) => unit_id).sort();
    const indicators = framework.indicators.map(({ indicator }) => indicator);
    expect(scores.indicator_points.map((row) => [row.unit_id, row.indicator])).toEqual(
      units.flatMap((unit) => indicators.map((indicator) => [unit, indicator])),
    );
    const measures = ['dti', ...indicators, 'pillar_gov', 'pillar_econ', 'pillar_soc'];
    expect(scores.measure_scores.map((row) => [row.unit_id, row.measure])).toEqual(
      units.flatMap((unit) => measures.map((measure) => [unit, measure])),
    );
    expect(scores.averages.map(({ measure, unit_count }) => [measure, unit_count])).toEqual(
      measures.map((measure) => [measure, 34]),
    );
    expect(
      scores.indicator_points.find((row) => row.unit_id === 'P01-2025' && row.indicator === 'infrastructure'),
    ).toMatchObject({
      unit_id: 'P01-2025',
      indicator: 'infrastructure',
      points: '130.0040',
      max_points: '140.0000',
    });
    expect(scores.measure_scores.find((row) => row.unit_id === 'P01-2025' && row.measure === 'pillar_gov')).toEqual({
      unit_id: 'P01-2025',
      measure: 'pillar_gov',
      points: '514.0440',
      max_points: '640.0000',
      value: '0.8032',
      rank: expect.any(Number),
      answered_count: 6,
      asked_count: 6,
    });
  });

  it('has nothing to object to in a right run', async () => {
    expect(await runChecks(lake.query, 'published')).toEqual([]);
  });

  it('has its checks over the scores that were kept, not over a second computation', async () => {
    await store('kept', freezeTables(inputs));
    await computeWithSql(lake, 'kept', framework);
    await lake.put(averages, 'kept', [{ measure: 'dti', position: 1n, value_scaled: 7004n, unit_count: 34n }]);
    expect(await runChecks(lake.query, 'kept')).toContainEqual(
      expect.objectContaining({ check: 'averages_nearest', measure: 'dti' }),
    );
  });

  it('refuses a run with a missing input instead of counting it as zero, and a check names it', async () => {
    const [, ...observations] = inputs.observations;
    const missing = inputs.observations[0]!;
    await store('one-missing', freezeTables({ ...inputs, observations }));
    await expect(computeWithSql(lake, 'one-missing', framework)).rejects.toMatchObject({
      code: 'SCORES_INCOMPLETE',
      message: expect.stringContaining(`${missing.unit_id} ${missing.indicator}`),
    });
    const failed = (await runChecks(lake.query, 'one-missing')).filter(({ severity }) => severity === 'fail');
    expect(failed).toContainEqual({
      severity: 'fail',
      check: 'inputs_present',
      unit_id: missing.unit_id,
      measure: missing.indicator,
      detail: 'no figure was declared: value',
    });
  });

  it('gives averages without a value when nobody submitted', async () => {
    const units = inputs.units.map((unit) => ({ ...unit, submitted: false }));
    await store("nobody's", freezeTables({ framework, units, observations: [] }));
    // The quote in the run's id would end the literal if it were not doubled.
    const scores = await computeWithSql(lake, "nobody's", framework);
    expect([scores.indicator_points, scores.measure_scores]).toEqual([[], []]);
    expect(scores.averages.every(({ value, unit_count }) => value === null && unit_count === 0)).toBe(true);
  });

  it('ranks nobody in a group that is never ranked', async () => {
    const units = inputs.units.map((unit) => ({ ...unit, ranked: false }));
    await store('unranked', freezeTables({ ...inputs, units }));
    const scores = await computeWithSql(lake, 'unranked', framework);
    expect(scores.measure_scores.every(({ rank, value }) => rank === null && value !== null)).toBe(true);
  });

  it('carries what the engine answers, so that a wrong engine shows in the comparison of engines', async () => {
    const wrong = await openAthenaLake(lakeTables, (rows, sql) =>
      sql.includes('FROM averages ORDER BY')
        ? rows.map(([measure, position]) => [measure!, position!, '1', '34'])
        : rows,
    );
    try {
      for (const { table, rows } of freezeTables(inputs)) await wrong.put(tableOf(table), 'published', rows);
      const scores = await computeWithSql(wrong, 'published', framework);
      expect(scores.averages[0]).toEqual({ measure: 'dti', value: '0.0001', unit_count: 34 });
    } finally {
      await wrong.close();
    }
  });
});

describe('computeSuccessors', () => {
  it('gives the published main indices of all merged provinces, exact halves included', async () => {
    const four = await loadFramework('sample-data/frameworks/dti-province-405-four');
    const published = framework.main_indices
      .map(({ main_index }) => main_index)
      .filter((name) => of63.every((row) => row[name]));
    const merged = of34.filter((row) => predecessorsOf(findUnitByName(row.unit_vi!, 'province34', '2024')!).length > 1);
    const scores = merged.flatMap((row) => predecessorScores(row, published));
    await store('successors', freezePredecessorScores(four, scores));

    const computed = await computeSuccessors(lake.query, 'successors', four);
    const expected = merged.flatMap((row) => published.map((measure) => `${row.unit_id} ${measure} ${row[measure]}`));
    expect(computed.map(({ unit_id, measure, value }) => `${unit_id} ${measure} ${value}`).sort()).toEqual(
      expected.sort(),
    );
    expect(expected).toHaveLength(92);
  });

  it('has a check that names what a predecessor lacks', async () => {
    const score = { unit_id: 'S', measure: 'awareness', value: '0.5000' };
    const scores = [
      { ...score, predecessor_id: 'A' },
      { ...score, predecessor_id: 'B', value: null },
    ];
    await store('gap', freezePredecessorScores(framework, scores));
    const found = await runSuccessorChecks(lake.query, 'gap');
    expect(found).toContainEqual(
      expect.objectContaining({ check: 'predecessors_complete', unit_id: 'S', measure: 'awareness' }),
    );
    const [awareness] = await computeSuccessors(lake.query, 'gap', framework);
    expect(awareness).toEqual({ unit_id: 'S', measure: 'awareness', value: null, predecessor_count: 2 });
  });
});

const of63 = await readPublished('province63');

function predecessorScores(row: Published, measures: string[]): PredecessorScore[] {
  const predecessors = predecessorsOf(findUnitByName(row.unit_vi!, 'province34', '2024')!);
  return predecessors.flatMap(({ unit_id: predecessor_id }) => {
    const published = of63.find((candidate) => candidate.unit_id === predecessor_id)!;
    return measures.map((measure) => ({ unit_id: row.unit_id, predecessor_id, measure, value: published[measure]! }));
  });
}
