import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { tableOf } from '../../../shared/lake/tables.ts';
import { writeTable } from '../../../shared/lake/write-parquet.ts';
import { freezePredecessorScores, freezeTables, inputDecimalsOf } from '../../../shared/scoring/freeze-tables.ts';
import type { FrozenObservation, FrozenUnit, ScoringInputs } from '../../../shared/scoring/scores.ts';
import { sketchFramework, sketchRound } from '../../support/scoring-round.ts';

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

  it('scales declared decimals exactly, by the decimals of the indicator', () => {
    expect(rowsOf('frozen_framework')).toEqual([
      {
        framework_id: 'dti-province-405',
        framework_sha256: framework.sha256,
        value_scale: 10_000n,
        points_scale: 10_000n,
        minimum_answered_scaled: 0n,
        digit_base: 10_000n,
        share_scale: 100n,
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

  it('keeps a minimum share exactly, also one with decimals', () => {
    const of = (minimum_answered_percent: number) =>
      rowsOf('frozen_framework', { ...inputs, framework: { ...framework, minimum_answered_percent } })[0];
    expect(of(50)).toMatchObject({ minimum_answered_scaled: 50n, share_scale: 100n });
    expect(of(66.7)).toMatchObject({ minimum_answered_scaled: 667n, share_scale: 1000n });
  });

  it('keeps answer states and appraisals in order, points as scaled integers', () => {
    const answer = { unit_id: 'P01', indicator: 'security', state: 'carried', carried_from: '2023' } as const;
    const appraisal = {
      unit_id: 'P01',
      indicator: 'awareness',
      points: '12.5',
      reason: 'r',
    };
    const given = {
      ...inputs,
      answers: [{ ...answer, unit_id: 'P02' }, answer],
      appraisals: [appraisal],
    };
    expect(rowsOf('frozen_answers', given)).toEqual([answer, { ...answer, unit_id: 'P02' }]);
    const { points, ...decision } = appraisal;
    expect(rowsOf('frozen_appraisals', given)).toEqual([{ ...decision, points_scaled: 125_000n }]);
    for (const { table, rows } of freezeTables(given)) expect(() => writeTable(tableOf(table), rows)).not.toThrow();
  });
});

describe('freezeTables, of rules with parameters', () => {
  const decimals = (input: string, decimals: number) => ({ input, decimals, minimum: '0', maximum: null });
  const sketch = sketchFramework({
    share: { rule: 'ratio_threshold', target: '0.80', inputs: [decimals('numerator', 2), decimals('denominator', 0)] },
    steps: {
      rule: 'count_tiers',
      inputs: [decimals('count', 1)],
      tiers: [{ key: '4', points: '10', label_vi: 'bốn' }],
      zero_denominator: 'zero_points',
    },
  });
  const round = sketchRound(sketch, { U1: { share: { figures: { numerator: '1.5', denominator: '2' } } } });

  it('gives each indicator the scale of its own figures, so that wide ones elsewhere cost it nothing', () => {
    expect(rowsOf('frozen_indicators', round)).toMatchObject([
      { indicator: 'share', input_scale: 100n, target_scaled: 80n, target_scale: 100n },
      { indicator: 'steps', input_scale: 10n, target_scaled: 1n, target_scale: 1n, zero_denominator: 'zero_points' },
    ]);
    expect(rowsOf('frozen_observations', round).map(({ value_scaled }) => value_scaled)).toEqual([200n, 150n]);
    expect([inputDecimalsOf(sketch, 'share'), inputDecimalsOf(sketch, 'steps')]).toEqual([2, 1]);
    expect(() => inputDecimalsOf(sketch, 'nobody')).toThrow(/INDICATOR_UNKNOWN/);
  });

  it('lists inputs with their bounds, and tiers at the scale of the figures they are compared with', () => {
    expect(rowsOf('frozen_inputs', round)).toEqual([
      { indicator: 'share', input: 'numerator', minimum_scaled: 0n, maximum_scaled: null },
      { indicator: 'share', input: 'denominator', minimum_scaled: 0n, maximum_scaled: null },
      { indicator: 'steps', input: 'count', minimum_scaled: 0n, maximum_scaled: null },
    ]);
    expect(rowsOf('frozen_tiers', round)).toEqual([
      { indicator: 'steps', tier: '4', key_scaled: 40n, part_input: 'part_4', points_scaled: 100_000n },
    ]);
  });
});

describe('freezeTables, of what 64 bits hold', () => {
  const ratio = (change: Partial<Indicator>, decimals = 0): ScoringInputs => {
    const open = { decimals, minimum: null, maximum: null };
    const inputs = ['numerator', 'denominator'].map((input) => ({ input, ...open }));
    return sketchRound(sketchFramework({ share: { rule: 'ratio_threshold', inputs, ...change } }), {
      U1: { share: { figures: { numerator: `${10n ** 14n}`, denominator: `${10n ** 14n}` } } },
    });
  };

  it('takes the greatest figures, maxima and targets together', () => {
    expect(() => freezeTables(ratio({ max_points: '1000', target: '999999.9999' }))).not.toThrow();
  });

  it.each<[string, ScoringInputs]>([
    ['a figure', ratio({}, 1)],
    ['the decimals of a figure', ratio({}, 15)],
    ['the target', ratio({ target: '1.000000' })],
    ['the maximum', ratio({ max_points: '100000' })],
    ['maximum and target together', ratio({ max_points: '50000', target: '9999999.9999' })],
  ])('refuses %s that would overflow on the way to a score', (_, round) => {
    expect(() => freezeTables(round)).toThrow(/SCALE_OVERFLOW/);
  });
});

describe('freezePredecessorScores', () => {
  it('keeps a missing value missing, and every main index that was assessed, so that one absent from every row is noticed', () => {
    const score = { unit_id: 'S', predecessor_id: 'A', measure: 'awareness' };
    const [measures, scores] = freezePredecessorScores(framework, [
      { ...score, measure: 'security', value: null },
      { ...score, value: '0.8050' },
    ]);
    expect(measures!.rows.map(({ measure }) => measure)).toEqual(
      framework.main_indices.map(({ main_index }) => main_index),
    );
    expect(scores!.rows).toEqual([
      { ...score, value_scaled: 8050n },
      { ...score, measure: 'security', value_scaled: null },
    ]);
    expect(() => writeTable(tableOf('frozen_predecessor_scores'), scores!.rows)).not.toThrow();
  });

  it('leaves out a main index that the round did not assess', () => {
    const [measures] = freezePredecessorScores(four, []);
    expect(measures!.rows).toHaveLength(4);
  });
});
