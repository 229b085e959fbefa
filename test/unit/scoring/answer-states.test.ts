import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { type DeclaredUnit, stateAnswers } from '../../../shared/scoring/answer-states.ts';
import type { FrozenObservation } from '../../../shared/scoring/scores.ts';

const ratio = ['numerator', 'denominator'].map((input) => ({ input, decimals: 0, minimum: '0', maximum: null }));
const indicators = [
  { indicator: 'quarterly_share', assessed: true, due: 'quarterly', inputs: ratio },
  { indicator: 'yearly_plan', assessed: true, inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }] },
  { indicator: 'elsewhere', assessed: true, applies_to: ['province34'], inputs: ratio },
  { indicator: 'left_out', assessed: false, inputs: ratio },
];
const framework = { indicators } as unknown as Framework;

const figure = (indicator: string, input: string, value = '1'): FrozenObservation => ({
  ...{ unit_id: 'M01', indicator, input, value },
  ...{ submission_sha256: 'a'.repeat(64), sheet: null, cell: null },
});

const unit = (part: Partial<DeclaredUnit> = {}): DeclaredUnit => ({
  ...{ unit_id: 'M01', group: 'ministry-services', period: '2026-Q3', observations: [], earlier: null },
  ...part,
});

const statesOf = (part: Partial<DeclaredUnit>) =>
  Object.fromEntries(stateAnswers(framework, unit(part)).answers.map(({ indicator, state }) => [indicator, state]));

describe('stateAnswers', () => {
  it('tells not applicable, not answered and not due apart, and has no row for what is not assessed', () => {
    expect(statesOf({})).toEqual({
      quarterly_share: 'not_answered',
      yearly_plan: 'not_due',
      elsewhere: 'not_applicable',
    });
  });

  it('wants a yearly indicator in a year', () => {
    expect(statesOf({ period: '2026' }).yearly_plan).toBe('not_answered');
  });

  it('carries a yearly figure into a quarter and names the period it is from', () => {
    const earlier = { period: '2025', observations: [figure('yearly_plan', 'answer')], answers: [], appraisals: [] };
    const { answers, observations } = stateAnswers(framework, unit({ earlier }));
    expect(answers).toContainEqual({
      unit_id: 'M01',
      indicator: 'yearly_plan',
      state: 'carried',
      carried_from: '2025',
    });
    expect(observations).toEqual(earlier.observations);
  });

  it('carries the appraisal with the figure it was made of, or a lowered score would come back a quarter later', () => {
    const decided = { points: '3.0000', reason: 'no proof' };
    const [plan, share] = ['yearly_plan', 'quarterly_share'].map((indicator) => ({
      ...{ unit_id: 'M01', indicator },
      ...decided,
    }));
    const observations = [figure('yearly_plan', 'answer')];
    const earlier = { period: '2025', observations, answers: [], appraisals: [plan!, share!] };
    expect(stateAnswers(framework, unit({ earlier })).appraisals).toEqual([plan]);
    const declared = [figure('yearly_plan', 'answer', '0')];
    expect(stateAnswers(framework, unit({ observations: declared, earlier })).appraisals).toEqual([]);
  });

  it('names the period a figure was declared for, however often it was carried since', () => {
    const carried = { unit_id: 'M01', indicator: 'yearly_plan', state: 'carried', carried_from: '2025' } as const;
    const earlier = {
      period: '2026-Q2',
      observations: [figure('yearly_plan', 'answer')],
      answers: [carried],
      appraisals: [],
    };
    expect(stateAnswers(framework, unit({ earlier })).answers).toContainEqual(carried);
  });

  it('never carries what is due: an old figure must not stand in for a missing answer', () => {
    const observations = ratio.map(({ input }) => figure('quarterly_share', input));
    expect(
      statesOf({ earlier: { period: '2026-Q2', observations, answers: [], appraisals: [] } }).quarterly_share,
    ).toBe('not_answered');
  });

  it('prefers a figure that was declared although it was not due', () => {
    const declared = [figure('yearly_plan', 'answer', '0')];
    const earlier = {
      period: '2025',
      observations: [figure('yearly_plan', 'answer', '1')],
      answers: [],
      appraisals: [],
    };
    const { observations } = stateAnswers(framework, unit({ observations: declared, earlier }));
    expect(observations).toEqual(declared);
  });

  it('carries nothing that the list no longer asks for, which a check would take for an unknown code', () => {
    const observations = [figure('yearly_plan', 'answer'), figure('yearly_plan', 'part_3')];
    const earlier = { period: '2025', observations, answers: [], appraisals: [] };
    expect(stateAnswers(framework, unit({ earlier })).observations).toEqual([observations[0]]);
  });

  it('takes a numerator without its denominator for no answer, and keeps the half out of the figures', () => {
    const stated = stateAnswers(framework, unit({ observations: [figure('quarterly_share', 'numerator')] }));
    expect(stated.observations).toEqual([]);
    expect(stated.answers.map(({ state }) => state)).toContain('not_answered');
  });
});
