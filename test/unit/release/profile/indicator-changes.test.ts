import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../shared/frameworks/framework.ts';
import { changesOfIndicators, sumOfChanges } from '../../../../shared/release/profile/indicator-changes.ts';
import { causesOfChangeVi, movedMostVi } from '../../../../shared/release/profile/indicator-changes-words.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import type { FrozenAnswer, FrozenAppraisal } from '../../../../shared/scoring/scores.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';
import { inputsOfCase } from '../../../support/report-rounds.ts';

const shares = ['kept', 'up', 'down', 'decided', 'gone'];
const frameworkWith = (codes: string[], maximum: Record<string, string> = {}) =>
  frameworkOf(
    codes.map((code) =>
      indicatorOf(code, { main_index: 'main', max_points: maximum[code] ?? '10', name_vi: `Chỉ số ${code}` }),
    ),
    { index: 'dti' } as never,
  );

interface Side {
  framework?: ReturnType<typeof frameworkWith>;
  values: Record<string, string>;
  answers?: FrozenAnswer[];
  appraisals?: FrozenAppraisal[];
  submitted?: boolean;
}

/** One unit's round, scored. */
function round({ framework = frameworkWith(shares), values, answers = [], appraisals = [], submitted = true }: Side) {
  const observations = Object.entries(values).map(([indicator, value], n) => ({
    ...{ unit_id: 'U1', indicator, input: 'value', value, submission_sha256: '0'.repeat(64) },
    ...{ sheet: 'Số liệu', cell: `I${8 + n}` },
  }));
  const units = [{ unit_id: 'U1', name_vi: 'Một', submitted, ranked: true }];
  const scoring = { framework, units, observations, answers, appraisals };
  return { inputs: inputsOfCase(scoring), points: scoreReference(scoring).indicator_points };
}

const changesBetween = (earlier: Side, now: Side) =>
  changesOfIndicators({ earlier: round(earlier), now: round(now) })('U1');

const same = { kept: '0.5', up: '0.2', down: '0.9', decided: '0.4', gone: '0.3' };
const decision = (points: string, reason: string | null): FrozenAppraisal => ({
  ...{ unit_id: 'U1', indicator: 'decided', points, reason },
});

describe('changesOfIndicators', () => {
  const answers: FrozenAnswer[] = [{ unit_id: 'U1', indicator: 'gone', state: 'not_applicable', carried_from: null }];
  const { gone: _, ...without } = same;
  const changes = changesBetween(
    { values: same },
    { values: { ...without, up: '0.95', down: '0.85' }, answers, appraisals: [decision('3', 'Thiếu hồ sơ')] },
  )!;
  const causes = (code: string) =>
    causesOfChangeVi(changes.find((one) => one.indicator === code)!, indicatorOf(code) as Indicator);

  it('tells of what is other and of nothing else, weightiest first', () => {
    expect(changes.map(({ indicator, change }) => [indicator, change])).toEqual([
      ['up', '7.5000'],
      ['gone', '-3.0000'],
      ['decided', '-1.0000'],
      ['down', '-0.5000'],
    ]);
    expect(sumOfChanges(changes)).toBe('3.0000');
  });

  it('says why: figures, a decision with its reason, an indicator that no longer applies', () => {
    expect(causes('up')).toBe('giá trị: 0,2 → 0,95');
    expect(causes('decided')).toBe('điểm thẩm định: – → 3; lý do thẩm định: Thiếu hồ sơ');
    expect(causes('gone')).toBe('giá trị: 0,3 → –; trạng thái: đã trả lời → không áp dụng; điểm tối đa: 10 → 0');
  });

  it('names those that moved most on either side', () => {
    expect(movedMostVi(changes, 'năm 2024', (code) => code.toUpperCase())).toBe(
      'So với năm 2024, theo chỉ số thành phần: tăng điểm nhiều nhất: UP (+7,5); giảm điểm nhiều nhất: GONE (−3), DECIDED (−1) và DOWN (−0,5).',
    );
    expect(movedMostVi([], 'năm 2024', String)).toBe('');
  });

  it('is silent of a value carried on: it is the value', () => {
    const carried: FrozenAnswer[] = shares.map((indicator) => ({
      ...{ unit_id: 'U1', indicator, state: 'carried' as const, carried_from: '2025' },
    }));
    expect(changesBetween({ values: same }, { values: same, answers: carried })).toEqual([]);
  });

  it('tells a change of the method from one of the unit', () => {
    const framework = frameworkWith(['kept', 'new'], { kept: '20' });
    const found = changesBetween({ values: { ...same } }, { framework, values: { kept: '0.5', new: '1' } })!;
    const told = Object.fromEntries(
      found.map((one) => [one.indicator, causesOfChangeVi(one, indicatorOf(one.indicator) as Indicator)]),
    );
    expect(told.kept).toBe('điểm tối đa: 10 → 20; cách tính của bộ chỉ số');
    expect(told.new).toBe('đợt trước không đánh giá; giá trị: – → 1');
    expect(told.up).toBe('đợt này không đánh giá; giá trị: 0,2 → –');
  });

  it('compares nothing where one of the two rounds has nothing of the unit', () => {
    expect(changesBetween({ values: {}, submitted: false }, { values: same })).toBeNull();
    expect(changesBetween({ values: same }, { values: {}, submitted: false })).toBeNull();
  });
});
