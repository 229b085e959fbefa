import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { round2024 } from '../../../../sample-data/rounds.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import {
  type BackcastRequest,
  type BackcastSource,
  backcastSuccessors,
} from '../../../../shared/release/mergers/backcast-successors.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { Scoreboard, ScoreboardUnit } from '../../../../shared/scoring/scoreboard.ts';
import type { ScoringInputs } from '../../../../shared/scoring/scores.ts';
import { membersOf } from '../../../../shared/units/registry.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

/** What a release of these inputs would publish, as far as back-casts read it. */
function sourceOf(inputs: ScoringInputs, release = 'dti/province63/2024/r1'): BackcastSource {
  const rows = Map.groupBy(scoreReference(inputs).measure_scores, ({ unit_id }) => unit_id);
  const units = inputs.units.map(({ unit_id, name_vi }) => {
    const scores = (rows.get(unit_id) ?? []).flatMap(({ measure, value, points, max_points, rank }) =>
      value === null ? [] : [[measure, { value, points, max_points, rank }]],
    );
    return { unit_id, unit_name_vi: name_vi, scores: Object.fromEntries(scores) } as ScoreboardUnit;
  });
  return { scoreboard: { release, period: '2024', units } as Scoreboard, inputs };
}

const inputOf = (input: string) => ({ input, decimals: 1, minimum: '0', maximum: null });
const ratio = indicatorOf('r', { rule: 'ratio', inputs: ['numerator', 'denominator'].map(inputOf) });
const answer = indicatorOf('y', { rule: 'yes_no', max_points: '50', inputs: [inputOf('answer')] });
const growth = indicatorOf('g', { rule: 'growth', target: '0.5', inputs: ['value', 'previous'].map(inputOf) });
const framework = frameworkOf([ratio, answer]);

type Figures = Record<string, Record<string, string>>;

/** `{A: {'r numerator': '10'}}` */
const inputsOf = (figures: Figures, changes: Partial<ScoringInputs> = {}): ScoringInputs => ({
  framework,
  units: Object.keys(figures).map((unit_id) => ({
    unit_id,
    name_vi: `Tỉnh ${unit_id}`,
    submitted: true,
    ranked: true,
  })),
  observations: Object.entries(figures).flatMap(([unit_id, of]) =>
    Object.entries(of).map(([key, value]) => {
      const [indicator, input] = key.split(' ') as [string, string];
      return { unit_id, indicator, input, value, submission_sha256: '', sheet: null, cell: null };
    }),
  ),
  ...changes,
});

/** 0.1 of a small province, 0.9 of one three times as large: 280 of 400 together. */
const small = { 'r numerator': '10.5', 'r denominator': '105', 'y answer': '1' };
const large = { 'r numerator': '269.5', 'r denominator': '295', 'y answer': '0' };

const ofAB = [{ unit_id: 'AB', name_vi: 'Tỉnh AB', formed_from: ['A', 'B'] }];
const request = (inputs: ScoringInputs, changes: Partial<BackcastRequest> = {}): BackcastRequest => ({
  sources: [sourceOf(inputs)],
  group: 'province34',
  successors: ofAB,
  weights: null,
  ...changes,
});
const backcast = (...of: Parameters<typeof request>) => backcastSuccessors(request(...of)).units[0]!;
const weights = (values: Record<string, string>) => ({
  column: 'population',
  source: 'a test',
  values: new Map(Object.entries(values)),
});

describe('backcastSuccessors', () => {
  const inputs = inputsOf({ A: small, B: large });

  it('puts the mean, the sums and the weighted mean side by side', () => {
    const unit = backcast(inputs, { weights: weights({ A: '1', B: '3' }) });
    // Published: 0.1000 and 0.9136. Mean 0.5068; 280 / 400; (0.1 + 3 × 0.9136) / 4 = 0.7102.
    expect([unit.official_mean, unit.as_if_merged, unit.weighted].map(({ scores }) => scores.r!.value)).toEqual([
      '0.5068',
      '0.7000',
      '0.7102',
    ]);
    // The answer of one of two, weighted one to three.
    expect([unit.official_mean, unit.as_if_merged, unit.weighted].map(({ scores }) => scores.y!.value)).toEqual([
      '0.5000',
      '0.5000',
      '0.2500',
    ]);
    // (70 + 25) / 150
    expect(unit.as_if_merged.scores.dti).toEqual({ value: '0.6333', points: '95.0000', max_points: '150.0000' });
    expect(unit.formed_from).toEqual([
      { unit_id: 'A', unit_name_vi: 'Tỉnh A', weight: '1' },
      { unit_id: 'B', unit_name_vi: 'Tỉnh B', weight: '3' },
    ]);
  });

  it('says of every indicator whether it was summed, and how much of each measure rests on sums', () => {
    const { as_if_merged } = backcast(inputs);
    expect(as_if_merged.indicators).toEqual([
      { indicator: 'r', state: 'summed', points: '70.0000', max_points: '100.0000' },
      { indicator: 'y', state: 'not_additive', points: '25.0000', max_points: '50.0000' },
    ]);
    expect(as_if_merged.summed_points).toMatchObject({ dti: '100.0000', r: '100.0000', y: '0.0000' });
    const { rules } = backcastSuccessors(request(inputs));
    expect(rules.map(({ rule, additive }) => [rule, additive])).toEqual([
      ['ratio', true],
      ['yes_no', false],
    ]);
  });

  it('sums both sides of a growth, and of a predecessor that began from nothing too', () => {
    const unit = backcast({
      ...inputsOf({ A: { 'g value': '50', 'g previous': '0' }, B: { 'g value': '110', 'g previous': '200' } }),
      framework: frameworkOf([growth]),
    });
    // 160 after 200 is a fall; A alone does not apply, B alone fell.
    expect(unit.as_if_merged.scores.g!.value).toBe('0.0000');
    const rising = backcast({
      ...inputsOf({ A: { 'g value': '50', 'g previous': '0' }, B: { 'g value': '200', 'g previous': '200' } }),
      framework: frameworkOf([growth]),
    });
    // (250 − 200) / 200 against a target of one half.
    expect(rising.as_if_merged.scores.g!.value).toBe('0.5000');
  });

  it('sums only those to whom it applied, and has a state when it applied to nobody', () => {
    const leaving = (units: string[]) =>
      units.map((unit_id) => ({ unit_id, indicator: 'r', state: 'not_applicable' as const, carried_from: null }));
    const alone = { 'y answer': '0' };
    const one = backcast(inputsOf({ A: small, B: alone }, { answers: leaving(['B']) })).as_if_merged;
    expect(one.indicators[0]).toMatchObject({ state: 'summed', points: '10.0000' });
    const none = backcast(
      inputsOf({ A: { 'y answer': '1' }, B: alone }, { answers: leaving(['A', 'B']) }),
    ).as_if_merged;
    expect(none.indicators[0]).toEqual({ indicator: 'r', state: 'not_applicable', points: null, max_points: '0.0000' });
    expect(none.state).toBe('not_additive');
  });

  it('falls back to the mean of points where a figure is not there or was overruled, and says so', () => {
    const answers = [{ unit_id: 'B', indicator: 'r', state: 'not_answered' as const, carried_from: null }];
    const unanswered = backcast(inputsOf({ A: small, B: { 'y answer': '0' } }, { answers })).as_if_merged;
    expect(unanswered.indicators[0]).toMatchObject({ state: 'not_answered', points: '5.0000' });
    const appraisals = [{ unit_id: 'B', indicator: 'r', points: '30', reason: null }];
    const overruled = backcast(inputsOf({ A: small, B: large }, { appraisals })).as_if_merged;
    expect(overruled.indicators[0]).toMatchObject({ state: 'appraised', points: '20.0000' });
  });

  it('has a named state and no figure where a predecessor or a weight is missing', () => {
    const inputs = inputsOf({ A: small });
    const missing = backcast(inputs, { weights: weights({ A: '1', B: '3' }) });
    expect([missing.official_mean, missing.as_if_merged, missing.weighted]).toMatchObject([
      { state: 'predecessor_missing', scores: {} },
      { state: 'predecessor_missing', scores: {} },
      { state: 'predecessor_missing', scores: {} },
    ]);
    const whole = inputsOf({ A: small, B: large });
    for (const given of [null, weights({ A: '1' }), weights({ A: '1', B: '0' })]) {
      expect(backcast(whole, { weights: given }).weighted).toEqual({ state: 'weight_missing', scores: {} });
    }
  });

  it('reads predecessors from several groups, of one period and framework', () => {
    const [a, b] = [inputsOf({ A: small }), inputsOf({ B: large })];
    const sources = [sourceOf(a, 'dti/ministry-services/2024/r1'), sourceOf(b, 'dti/ministry-no-services/2024/r1')];
    const { releases, units } = backcastSuccessors(request(a, { sources }));
    expect([releases.length, units[0]!.as_if_merged.scores.r!.value]).toEqual([2, '0.7000']);
    const other = sourceOf({ ...b, framework: { ...framework, sha256: '0'.repeat(64) } });
    expect(() => backcastSuccessors(request(a, { sources: [sources[0]!, other] }))).toThrow('BACKCAST_SOURCES_DIFFER');
  });

  it('gives a unit that only continues its own values, whichever way', () => {
    const continuing = [{ unit_id: 'A', name_vi: 'Tỉnh A', formed_from: [] }];
    const unit = backcast(inputs, { successors: continuing, weights: weights({ A: '7' }) });
    expect(unit.as_if_merged.scores).toEqual(unit.official_mean.scores);
    expect(unit.weighted.scores).toEqual(unit.official_mean.scores);
  });
});

describe('the 2024 round of the 63, four main indices', () => {
  it('has the published values of the 34 as the official mean, and nothing that could be summed', async () => {
    const round = round2024('province63');
    const inputs: ScoringInputs = {
      framework: await loadFramework(round.framework),
      units: round.rows.map(({ unit }) => ({
        unit_id: unit.unit_id,
        name_vi: unit.name_vi,
        submitted: true,
        ranked: true,
      })),
      observations: round.rows.flatMap(({ unit, values }) =>
        values.map((one) => ({ unit_id: unit.unit_id, ...one, submission_sha256: '', sheet: null, cell: null })),
      ),
    };
    const successors = membersOf('province34', '2024');
    const { units } = backcastSuccessors(request(inputs, { successors }));
    const published = new Map(round2024('province34').rows.map(({ unit, values }) => [unit.unit_id, values]));
    const four = new Set(['infrastructure', 'activity_gov', 'activity_econ', 'activity_soc']);
    const pairs = units.flatMap(({ unit_id, official_mean }) =>
      published
        .get(unit_id)!
        .filter(({ indicator }) => four.has(indicator))
        .map(({ indicator, value }) => [official_mean.scores[indicator]!.value, Big(value).toFixed(4)]),
    );
    expect(pairs).toHaveLength(136);
    expect(pairs.filter(([mean, value]) => mean !== value)).toEqual([]);
    expect(new Set(units.map(({ as_if_merged }) => as_if_merged.state))).toEqual(new Set(['not_additive']));
  });
});
