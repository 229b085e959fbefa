import { hasValue, type MeasureValues, type UnitValue } from './chart-data.ts';
import { type ChartLang, chartWords, valueText } from './chart-words.ts';
import { compareDecimals, differenceOf } from './compare-decimals.ts';

export const bulletTitle = (lang: ChartLang, unit: UnitValue, { name, units }: MeasureValues): string => {
  const count = units.filter(hasValue).length;
  return lang === 'vi'
    ? `${name} của ${unit.name} so với trung bình ${count} đơn vị`
    : `${name} of ${unit.name} beside the mean of ${chartWords.en.units(count)}`;
};

/** `Huế đạt 0,7952, cao hơn trung bình (0,7006) 0,0946`. */
export function bulletConclusion(lang: ChartLang, unit: UnitValue, { mean }: MeasureValues): string {
  const { name, value } = unit;
  if (value === null) return `${name}: ${chartWords[lang].noData}`;
  const reached = lang === 'vi' ? `${name} đạt ${valueText(lang, value)}` : `${name} has ${valueText(lang, value)}`;
  return mean === null ? reached : `${reached}, ${besideMean(lang, value, mean)}`;
}

function besideMean(lang: ChartLang, value: string, mean: string): string {
  const side = compareDecimals(value, mean);
  const distance = valueText(lang, differenceOf(value, mean).replace('-', ''));
  const told = valueText(lang, mean);
  if (side === 0) return lang === 'vi' ? 'bằng trung bình' : 'equal to the mean';
  if (lang === 'vi') return `${side > 0 ? 'cao hơn' : 'thấp hơn'} trung bình (${told}) ${distance}`;
  return `${distance} ${side > 0 ? 'above' : 'below'} the mean (${told})`;
}
