import { formatDecimal } from '../../format/format-decimal.ts';
import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';

const labels: Record<string, string> = {
  value: 'Giá trị',
  numerator: 'Tử số (a)',
  denominator: 'Mẫu số (b)',
  count: 'Số lượng',
  choice: 'Lựa chọn',
  answer: 'Trả lời',
};

/** `Giá trị, từ 0 đến 1, tối đa 4 chữ số thập phân; kèm tài liệu kiểm chứng`. */
export function describeInput(indicator: Indicator, input: IndicatorInput): string {
  const parts = [labels[input.input] ?? input.input, describeBounds(input), describeDecimals(input)];
  const evidence = indicator.evidence_required ? '; kèm tài liệu kiểm chứng' : '';
  return parts.filter((part) => part !== '').join(', ') + evidence;
}

/** `từ 0 đến 1`; empty when both sides are open. */
export function describeBounds({ minimum, maximum }: IndicatorInput): string {
  if (minimum !== null && maximum !== null) return `từ ${formatDecimal(minimum)} đến ${formatDecimal(maximum)}`;
  if (minimum !== null) return `từ ${formatDecimal(minimum)} trở lên`;
  return maximum === null ? '' : `không quá ${formatDecimal(maximum)}`;
}

export const describeDecimals = ({ decimals }: IndicatorInput): string =>
  decimals === 0 ? 'số nguyên' : `tối đa ${decimals} chữ số thập phân`;
