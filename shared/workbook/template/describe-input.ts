import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { choicesOf } from '../../submission/values/choices.ts';
import { describeBounds, shownDecimals } from '../../submission/values/describe-bounds.ts';
import { isPercent } from '../../submission/values/is-percent.ts';

const labels: Record<string, string> = {
  value: 'Giá trị',
  previous: 'Giá trị cùng kỳ năm trước',
  numerator: 'Tử số (a)',
  denominator: 'Mẫu số (b)',
  count: 'Số lượng',
  choice: 'Lựa chọn',
  answer: 'Trả lời',
};

/** `Giá trị, từ 0 đến 1, tối đa 4 chữ số thập phân; kèm tài liệu kiểm chứng`. */
export function describeInput(indicator: Indicator, input: IndicatorInput): string {
  const parts = [labelOf(indicator, input), ...describeValue(indicator, input)];
  const evidence = indicator.evidence_required ? `; kèm ${indicator.evidence_vi ?? 'tài liệu kiểm chứng'}` : '';
  return parts.filter((part) => part !== '').join(', ') + evidence;
}

/** What may be written, in words: `từ 0 đến 1`, `tối đa 4 chữ số thập phân`. */
export function describeValue(indicator: Indicator, input: IndicatorInput): string[] {
  if (choicesOf(indicator, input)) return ['chọn trong danh sách'];
  const percent = isPercent(indicator);
  const shown = shownDecimals(input.decimals, percent);
  const decimals = shown === 0 ? 'số nguyên' : `tối đa ${shown} chữ số thập phân`;
  return [describeBounds(input, percent), decimals].filter((part) => part !== '');
}

/** A part of an indicator is called by its own words. */
export function labelOf({ tiers = [] }: Indicator, { input }: IndicatorInput): string {
  const part = tiers.find(({ key }) => input === `part_${key}`);
  return part?.label_vi ?? labels[input] ?? input;
}
