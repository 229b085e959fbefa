import type { Framework } from '../../../shared/frameworks/framework.ts';
import type { CurrentFigures } from '../../../shared/submission/figure.ts';
import type { FilledInput } from '../../../shared/submission/form/form-spec.ts';
import { currentOf, observationOf, ratioOf } from '../figures.ts';
import { frameworkOf, indicatorOf } from '../forms.ts';

const wide = [{ input: 'value', decimals: 4, minimum: null, maximum: null }];

const indicators = [
  indicatorOf('a'),
  indicatorOf('share', { unit_of_measure_vi: '%' }),
  indicatorOf('plan', { rule: 'yes_no', inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }] }),
  indicatorOf('count', { inputs: [{ input: 'value', decimals: 0, minimum: '0', maximum: null }] }),
  indicatorOf('wide', { inputs: wide }),
  indicatorOf('proven', { evidence_required: true }),
  ratioOf('r'),
  indicatorOf('b'),
  indicatorOf('c'),
];

/** Every input that is asked for, with what was sent for it. */
export const sentValues: FilledInput[] = [
  { indicator: 'a', input: 'value', value: '0.5', note: 'ghi chú a' },
  { indicator: 'share', input: 'value', value: '0.456' },
  { indicator: 'plan', input: 'answer', value: '1', evidence: 'Quyết định số 12' },
  { indicator: 'count', input: 'value', value: '12' },
  { indicator: 'wide', input: 'value', value: '-3.25', evidence: '=1+1', note: 'a&b <c>' },
  { indicator: 'proven', input: 'value', value: '0.25', evidence: 'CV 7' },
  { indicator: 'r', input: 'numerator', value: '3' },
  { indicator: 'r', input: 'denominator', value: '4' },
  { indicator: 'b', input: 'value', value: '0' },
  { indicator: 'c', input: 'value', value: '0.75' },
];

export const keys = sentValues.map(({ indicator, input }) => `${indicator}/${input}`);

/** What the form of the answer is prefilled with: figures that nobody sent this time. */
export const neverSent = ['0.1111', 'tài liệu cũ', 'ghi chú cũ'] as const;
export const knownValues: FilledInput[] = sentValues.map(({ indicator, input }) => ({
  indicator,
  input,
  ...{ value: neverSent[0], evidence: neverSent[1], note: neverSent[2], source_vi: 'Biểu mẫu đã tiếp nhận' },
}));

export interface Round {
  name: string;
  framework: Framework;
  current?: CurrentFigures;
}

/** A framework that refuses what is left out, one that lets it through, and one where something stands already. */
export const strict: Round = { name: 'strict', framework: frameworkOf(indicators) };
export const lenient: Round = { name: 'lenient', framework: frameworkOf(indicators, { unanswered: 'zero_points' }) };
export const standing: Round = {
  ...{ name: 'standing', framework: lenient.framework },
  current: currentOf([observationOf('a', '0.25'), observationOf('b', '1'), observationOf('c', '0.5')]),
};
export const rounds = [strict, lenient, standing];
