import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import { describeBounds, shownDecimals } from '../../submission/values/describe-bounds.ts';

/** `Từ 0 đến 1, tối đa 4 chữ số thập phân`. */
export function describeInput(indicator: Indicator, input: IndicatorInput): string {
  const text = describeValue(indicator, input).join(', ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** The words by which the guide says where evidence is a must. */
export const evidenceMark = 'Kèm tài liệu kiểm chứng';

/** `Kèm tài liệu kiểm chứng: Quyết định thành lập`; empty where none is asked for. */
export function describeEvidence({ evidence_required, evidence_vi }: Indicator): string {
  if (!evidence_required) return '';
  return evidence_vi === undefined ? evidenceMark : `${evidenceMark}: ${evidence_vi}`;
}

/** What may be written, in words: `từ 0 đến 1`, `tối đa 4 chữ số thập phân`. */
export function describeValue(indicator: Indicator, input: IndicatorInput): string[] {
  if (choicesOf(indicator, input)) return ['chọn trong danh sách'];
  // That nothing is counted below zero goes without saying, and a row is one line lower.
  if (isCount(input)) return ['số nguyên'];
  const percent = isPercent(indicator);
  const shown = shownDecimals(input.decimals, percent);
  const decimals = shown === 0 ? 'số nguyên' : `tối đa ${shown} chữ số thập phân`;
  return [describeBounds(input, percent), decimals].filter((part) => part !== '');
}

const isCount = ({ decimals, minimum, maximum }: IndicatorInput): boolean =>
  decimals === 0 && minimum === '0' && maximum === null;

/** With the letter that formulas use, where the inputs of an indicator are not listed by letters: `Tử số (a)`. */
export function labelOf(indicator: Indicator, input: IndicatorInput): string {
  const letter = { numerator: ' (a)', denominator: ' (b)' }[input.input] ?? '';
  return nameOfInput(indicator, input) + letter;
}
