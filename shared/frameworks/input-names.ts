import type { Indicator, IndicatorInput } from './framework.ts';

const names: Record<string, string> = {
  value: 'Giá trị',
  previous: 'Giá trị cùng kỳ năm trước',
  numerator: 'Tử số',
  denominator: 'Mẫu số',
  count: 'Số lượng',
  choice: 'Lựa chọn',
  answer: 'Trả lời',
};

const namesEn: Record<string, string> = {
  value: 'Value',
  previous: 'Value a year before',
  numerator: 'Numerator',
  denominator: 'Denominator',
  count: 'Count',
  choice: 'Choice',
  answer: 'Answer',
};

/** The same in English; a part has Vietnamese words only. */
export const nameOfInputEn = (indicator: Indicator, input: IndicatorInput): string =>
  namesEn[input.input] ?? nameOfInput(indicator, input);

/** What an official calls an input; a part of an indicator is called by its own words. */
export function nameOfInput({ tiers = [] }: Indicator, { input }: IndicatorInput): string {
  const part = tiers.find(({ key }) => input === `part_${key}`);
  return part?.label_vi ?? names[input] ?? input;
}
