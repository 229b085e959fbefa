import type { Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import { describeBounds } from '../../submission/values/describe-bounds.ts';

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

export const describeDecimals = ({ decimals }: IndicatorInput): string =>
  decimals === 0 ? 'số nguyên' : `tối đa ${decimals} chữ số thập phân`;
