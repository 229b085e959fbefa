import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { tableOf } from '../../../shared/lake/tables.ts';
import { writeTable } from '../../../shared/lake/write-parquet.ts';
import { freezePredecessorScores, freezeTables } from '../../../shared/scoring/freeze-tables.ts';
import type { FrozenObservation, FrozenUnit, ScoringInputs } from '../../../shared/scoring/scores.ts';

const framework = await loadFramework('dti-province-405');
const four = await loadFramework('sample-data/frameworks/dti-province-405-four');

const unit = (unit_id: string): FrozenUnit => ({ unit_id, name_vi: `Tỉnh ${unit_id}`, submitted: true, ranked: true });
const observation = (unit_id: string, indicator: string, value: string): FrozenObservation => ({
  unit_id,
  indicator,
  input: 'value',
  value,
  submission_sha256: 's',
  sheet: null,
  cell: null,
});
const inputs: ScoringInputs = {
  framework,
  units: [unit('P02'), unit('P01')],
  observations: [
    observation('P02', 'awareness', '0.5'),
    observation('P01', 'security', '1'),
    observation('P01', 'awareness', '0.9286'),
  ],
};
const rowsOf = (table: string, given = inputs) => freezeTables(given).find((frozen) => frozen.table === table)!.rows;

describe('freezeTables', () => {
  it('gives rows that fit every table of the lake', () => {
    for (const { table, rows } of freezeTables(inputs)) expect(() => writeTable(tableOf(table), rows)).not.toThrow();
  });

  it('gives the same rows whatever the order of units and observations, so that equal inputs have equal hashes', () => {
    const turned = { framework, units: inputs.units.toReversed(), observations: inputs.observations.toReversed() };
    expect(freezeTables(turned)).toEqual(freezeTables(inputs));
  });

  it('scales declared decimals exactly, by the decimals of the framework', () => {
    expect(rowsOf('frozen_framework')).toEqual([
      {
        framework_id: 'dti-province-405',
        framework_sha256: framework.sha256,
        value_scale: 10_000n,
        points_scale: 10_000n,
        input_scale: 10_000n,
      },
    ]);
    expect(
      rowsOf('frozen_observations').map(({ unit_id, indicator, value_scaled }) => [unit_id, indicator, value_scaled]),
    ).toEqual([
      ['P01', 'awareness', 9286n],
      ['P01', 'security', 10_000n],
      ['P02', 'awareness', 5000n],
    ]);
  });

  it('leaves out indicators that are not assessed, and keeps the position of the others', () => {
    const frozen = rowsOf('frozen_indicators', { ...inputs, framework: four });
    const assessed = four.indicators.flatMap(({ indicator, assessed }, n) =>
      assessed ? [[indicator, BigInt(n + 1)]] : [],
    );
    expect(frozen.map(({ indicator, position }) => [indicator, position])).toEqual(assessed);
    expect(assessed).toHaveLength(4);
  });

  it('lists the parts of overlapping pillars', () => {
    const parts = rowsOf('frozen_measure_parts').filter(({ main_index }) => main_index === 'awareness');
    expect(parts.map(({ measure }) => measure)).toEqual([
      'dti',
      'awareness',
      'pillar_gov',
      'pillar_econ',
      'pillar_soc',
    ]);
  });

  it('refuses a figure with more decimals than the framework allows', () => {
    const observations = [observation('P01', 'awareness', '0.92861')];
    expect(() => freezeTables({ ...inputs, observations })).toThrow(/DECIMAL_MISFIT/);
  });

  it('refuses what the SQL would leave out without a word', () => {
    const answer = { unit_id: 'P01', indicator: 'security', state: 'not_applicable', carried_from: null } as const;
    expect(() => freezeTables({ ...inputs, answers: [answer] })).toThrow(/INPUT_NOT_SCORED/);
    expect(() => freezeTables({ ...inputs, answers: [], appraisals: [] })).not.toThrow();
  });

  it('refuses scales that would overflow 64 bits on the way to a score', () => {
    const wide: Framework = {
      ...framework,
      indicators: framework.indicators.map((indicator) => ({
        ...indicator,
        inputs: indicator.inputs.map((input) => ({ ...input, decimals: 13 })),
      })),
    };
    expect(() => freezeTables({ ...inputs, framework: wide })).toThrow(/SCALE_OVERFLOW/);
  });
});

describe('freezePredecessorScores', () => {
  it('keeps a missing value missing, and the measures that are carried only', () => {
    const score = { unit_id: 'S', predecessor_id: 'A', measure: 'awareness' };
    const [measures, scores] = freezePredecessorScores(framework, [
      { ...score, measure: 'security', value: null },
      { ...score, value: '0.8050' },
    ]);
    expect(measures!.rows.map(({ measure }) => measure)).toEqual(['awareness', 'security']);
    expect(scores!.rows).toEqual([
      { ...score, value_scaled: 8050n },
      { ...score, measure: 'security', value_scaled: null },
    ]);
    expect(() => writeTable(tableOf('frozen_predecessor_scores'), scores!.rows)).not.toThrow();
  });
});
