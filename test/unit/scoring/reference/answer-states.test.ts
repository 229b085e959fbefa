import { describe, expect, it } from 'vitest';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { AnswerState, ScoringInputs } from '../../../../shared/scoring/scores.ts';
import { type AnswerSketch, sketchFramework, sketchRound, type UnitSketches } from '../../../support/scoring-round.ts';

const framework = sketchFramework({ a: { rule: 'direct' }, b: { rule: 'direct', max_points: '30' } });
const half: AnswerSketch = { figures: { value: '0.5' } };

/** The row of indicator `a` and the total of U1, who answered `b` by half. */
function scoreOne(a: AnswerSketch, of = framework) {
  const { indicator_points, measure_scores } = scoreReference(sketchRound(of, { U1: { a, b: half } }));
  const [{ unit_id, indicator, ...row }, , total] = [indicator_points[0]!, indicator_points[1], measure_scores[0]!];
  expect([unit_id, indicator]).toEqual(['U1', 'a']);
  return { row, total: [total.points, total.max_points, total.value] };
}

describe('states of an answer', () => {
  it.each<AnswerState>(['answered', 'carried'])('%s is scored by its figures', (state) => {
    expect(scoreOne({ ...half, state })).toEqual({
      row: { state, self_points: '5.0000', appraised_points: null, points: '5.0000', max_points: '10.0000' },
      total: ['20.0000', '40.0000', '0.5000'],
    });
  });

  it.each<AnswerState>(['not_applicable', 'not_due'])('%s leaves both sides, figures or not', (state) => {
    const left = {
      row: { state, self_points: null, appraised_points: null, points: null, max_points: '0.0000' },
      total: ['15.0000', '30.0000', '0.5000'],
    };
    expect(scoreOne({ state })).toEqual(left);
    expect(scoreOne({ ...half, state })).toEqual(left);
  });

  it('not_answered earns nothing of its maximum, figures or not', () => {
    const nothing = {
      row: {
        state: 'not_answered',
        self_points: '0.0000',
        appraised_points: null,
        points: '0.0000',
        max_points: '10.0000',
      },
      total: ['15.0000', '40.0000', '0.3750'],
    };
    expect(scoreOne({ state: 'not_answered' })).toEqual(nothing);
    expect(scoreOne({ ...half, state: 'not_answered' })).toEqual(nothing);
  });

  it('not_answered does not look at figures: a choice that is no option is nobody’s business', () => {
    const roles = sketchFramework({
      a: { rule: 'role_tiers', tiers: [{ key: '1', points: '10', label_vi: '' }] },
      b: { rule: 'direct', max_points: '30' },
    });
    expect(scoreOne({ figures: { choice: '9' }, state: 'not_answered' }, roles).row.points).toBe('0.0000');
  });

  it.each<AnswerState>(['answered', 'carried'])('%s over a denominator of zero becomes not applicable', (state) => {
    const ratio = (zero_denominator?: 'zero_points') =>
      sketchFramework({
        a: { rule: 'ratio', ...(zero_denominator && { zero_denominator }) },
        b: { rule: 'direct', max_points: '30' },
      });
    const figures = { numerator: '0', denominator: '0' };
    expect(scoreOne({ figures, state }, ratio())).toMatchObject({
      row: { state: 'not_applicable', self_points: null, points: null, max_points: '0.0000' },
      total: ['15.0000', '30.0000', '0.5000'],
    });
    expect(scoreOne({ figures, state }, ratio('zero_points'))).toMatchObject({
      row: { state, self_points: '0.0000', points: '0.0000', max_points: '10.0000' },
      total: ['15.0000', '40.0000', '0.3750'],
    });
  });

  it('gives no value to a unit for which nothing applies, and a row all the same', () => {
    const state = 'not_applicable';
    const scores = scoreReference(sketchRound(framework, { U1: { a: { state }, b: { state } } }));
    expect(scores.indicator_points).toHaveLength(2);
    expect(scores.measure_scores.map(({ value, rank, max_points }) => [value, rank, max_points])).toEqual([
      [null, null, '0.0000'],
      [null, null, '0.0000'],
    ]);
    expect(scores.averages[0]).toEqual({ measure: 'dti', value: null, unit_count: 0 });
  });
});

describe('appraisal', () => {
  it.each([
    ['lowers', '2.5', ['17.5000', '40.0000', '0.4375']],
    ['raises', '9.9999', ['24.9999', '40.0000', '0.6250']],
    ['may take everything', '0', ['15.0000', '40.0000', '0.3750']],
  ])('%s what counts and leaves the unit’s own points to be seen', (_does, appraised, total) => {
    const found = scoreOne({ ...half, appraised });
    expect(found.row.self_points).toBe('5.0000');
    expect(found.row.points).toBe(found.row.appraised_points);
    expect(found.total).toEqual(total);
  });

  it('may give points for what was not answered', () => {
    expect(scoreOne({ state: 'not_answered', appraised: '4' }).row).toMatchObject({
      self_points: '0.0000',
      appraised_points: '4.0000',
      points: '4.0000',
    });
  });

  it.each<AnswerState>(['not_applicable', 'not_due'])('is ignored where the indicator is %s', (state) => {
    expect(scoreOne({ state, appraised: '4' }).row).toMatchObject({ appraised_points: null, points: null });
  });

  it('is ignored where a denominator of zero left the maximum', () => {
    const ratio = sketchFramework({ a: { rule: 'ratio' }, b: { rule: 'direct', max_points: '30' } });
    const found = scoreOne({ figures: { numerator: '1', denominator: '0' }, appraised: '4' }, ratio);
    expect(found.row).toMatchObject({ state: 'not_applicable', appraised_points: null, max_points: '0.0000' });
  });
});

describe('minimum_answered_percent', () => {
  const sixth = sketchFramework(
    Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((code) => [code, { rule: 'direct' as const }])),
  );
  /** U1 as told by `states`, U2 with all answered and less of it. */
  function ranksWith(minimum: number | undefined, states: (AnswerState | undefined)[]) {
    const answersOf = (value: string, of: (AnswerState | undefined)[]) =>
      Object.fromEntries(
        sixth.indicators.map(({ indicator }, i) => [
          indicator,
          { figures: { value }, ...(of[i] ? { state: of[i] } : {}) },
        ]),
      );
    const units: UnitSketches = { U1: answersOf('1', states), U2: answersOf('0.1', []) };
    const change = minimum === undefined ? {} : { minimum_answered_percent: minimum };
    const { measure_scores, averages } = scoreReference(sketchRound({ ...sixth, ...change }, units));
    return {
      ranks: measure_scores.map(({ rank }) => rank),
      averages,
      values: measure_scores.map(({ value }) => value),
    };
  }
  const missing = (n: number) => Array.from({ length: n }, (): AnswerState => 'not_answered');

  it('takes the rank in every measure, gives the place to the next and keeps values and average', () => {
    expect(ranksWith(67, missing(2))).toEqual({
      ranks: [null, null, 1, 1],
      values: ['0.6667', '0.6667', '0.1000', '0.1000'],
      averages: [
        { measure: 'dti', value: '0.3834', unit_count: 2 },
        { measure: 'main', value: '0.3834', unit_count: 2 },
      ],
    });
  });

  it('is not rounded: four of six is not 67 percent, and is 66', () => {
    expect(ranksWith(66, missing(2)).ranks).toEqual([1, 1, 2, 2]);
    expect(ranksWith(50, missing(3)).ranks).toEqual([1, 1, 2, 2]);
    expect(ranksWith(51, missing(3)).ranks).toEqual([null, null, 1, 1]);
  });

  it('counts what is carried as answered, and what does not apply or is not due not at all', () => {
    expect(ranksWith(50, ['carried', 'carried', 'carried', ...missing(3)]).ranks).toEqual([1, 1, 2, 2]);
    expect(ranksWith(100, ['carried', 'not_applicable', 'not_due']).ranks).toEqual([1, 1, 2, 2]);
    expect(
      ranksWith(50, ['not_applicable', 'not_applicable', 'not_due', 'not_answered', 'not_answered']).ranks,
    ).toEqual([null, null, 1, 1]);
  });

  it('asks nothing when it is absent', () => {
    expect(ranksWith(undefined, missing(5)).ranks).toEqual([1, 1, 2, 2]);
  });
});

describe('inputs that cannot be', () => {
  const round = sketchRound(framework, { U1: { a: { state: 'not_answered', appraised: '4' }, b: half } });
  const [answer, appraisal] = [round.answers![0]!, round.appraisals![0]!];

  it.each<[string, Partial<ScoringInputs>, RegExp]>([
    ['a state twice', { answers: [answer, answer] }, /U1 has a state of a twice/],
    ['a state of a stranger', { answers: [{ ...answer, unit_id: 'U9' }] }, /U9 has states, but is not among/],
    ['a state of no indicator', { answers: [{ ...answer, indicator: 'z' }] }, /U1 has z, which the framework/],
    ['two appraisals', { appraisals: [appraisal, { ...appraisal, points: '5' }] }, /U1 has an appraisal of a twice/],
    ['an appraised stranger', { appraisals: [{ ...appraisal, unit_id: 'U9' }] }, /U9 has appraisals, but is not/],
    ['an appraisal of no indicator', { appraisals: [{ ...appraisal, indicator: 'z' }] }, /U1 has z, which the/],
    ['more than the maximum', { appraisals: [{ ...appraisal, points: '10.0001' }] }, /appraised at 10.0001 for a/],
    ['less than nothing', { appraisals: [{ ...appraisal, points: '-0.0001' }] }, /appraised at -0.0001 for a/],
    ['finer than points', { appraisals: [{ ...appraisal, points: '1.00001' }] }, /appraised at 1.00001 for a/],
    ['a unit twice', { units: [...round.units, ...round.units] }, /a unit stands twice/],
  ])('%s stops the run', (_what, change, message) => {
    expect(() => scoreReference({ ...round, ...change })).toThrow(message);
  });
});
