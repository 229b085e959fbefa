import { describe, expect, it } from 'vitest';
import { appraisableAnswers, type DeclaredRound } from '../../../../shared/submission/appraisal/appraisable-answers.ts';
import { unitOf } from '../../../../shared/units/registry.ts';
import { describeFigures } from '../../../../shared/workbook/appraisal/describe-figures.ts';
import { appraised, caobang, documentOf, hanoi } from '../../../support/appraisals.ts';
import { indicatorOf } from '../../../support/forms.ts';

const plan = {
  indicator: 'plan',
  input: 'answer',
  value: '1',
  submission_sha256: 'e'.repeat(64),
  sheet: null,
  cell: null,
};
const [, online, satisfied] = appraised.indicators;

/** A quarter that collects only the ratio; the yes/no is yearly, and satisfaction does not apply to Hà Nội. */
const round = (changes: Partial<DeclaredRound> = {}): DeclaredRound => ({
  group: 'province34',
  period: '2026-Q3',
  framework: {
    ...appraised,
    indicators: [
      appraised.indicators[0]!,
      { ...online!, due: 'quarterly' },
      { ...satisfied!, due: 'quarterly', applies_to: [caobang] },
      indicatorOf('later', { assessed: false }),
    ],
  },
  members: [unitOf(hanoi), unitOf(caobang)],
  documents: [documentOf(hanoi, 'a', { 'online/numerator': '7', 'online/denominator': '9' })],
  earlier: (unitId) => ({ period: '2025', observations: [{ ...plan, unit_id: unitId }], answers: [], appraisals: [] }),
  ...changes,
});

const rowsOf = (of: DeclaredRound) =>
  appraisableAnswers(of).map((answer) => [answer.indicator.indicator, answer.state, answer.self_points]);

describe('appraisableAnswers', () => {
  it('are the indicators that count: carried ones too, not those that leave the maximum', () =>
    expect(rowsOf(round())).toEqual([
      ['plan', 'carried', '20.5'],
      ['online', 'answered', '28.7346'],
    ]));

  it('say of which period carried figures are', () =>
    expect(appraisableAnswers(round()).map(describeFigures)).toEqual([
      'Trả lời: Có (số liệu năm 2025)',
      'Tử số (a): 7; Mẫu số (b): 9',
    ]));

  it('say at how many points carried figures were appraised, since these count until there is another decision', () => {
    const appraisals = [{ unit_id: hanoi, indicator: 'plan', points: '10.2500', reason: null }];
    const observations = [{ ...plan, unit_id: hanoi }];
    const [answer] = appraisableAnswers(
      round({ earlier: () => ({ period: '2025', observations, answers: [], appraisals }) }),
    );
    expect(describeFigures(answer!)).toBe('Trả lời: Có (số liệu năm 2025, đã thẩm định 10,25 điểm)');
  });

  it('leave out what is not due and was never declared', () =>
    expect(rowsOf(round({ earlier: () => null }))).toEqual([['online', 'answered', '28.7346']]));

  it('are none for a unit that has not submitted', () => expect(rowsOf(round({ documents: [] }))).toEqual([]));
});
