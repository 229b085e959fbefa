import { hasValue, type MeasureValues, type UnitValue } from './chart-data.ts';
import { type ChartLang, chartWords } from './chart-words.ts';
import { compareDecimals } from './compare-decimals.ts';
import { type Mark, markEqualValues } from './equal-values.ts';

export const spreadTitle = (lang: ChartLang, { name, units }: MeasureValues): string =>
  lang === 'vi'
    ? `${name}: giá trị của ${units.length} đơn vị`
    : `${name}: values of ${chartWords.en.units(units.length)}`;

/** `24 trên 34 đơn vị đạt tối đa; thấp nhất: Đắk Lắk, 0,7500`. */
export function spreadConclusion(lang: ChartLang, { units }: MeasureValues): string {
  const marks = markEqualValues(units);
  const [lowest, highest] = [marks[0], marks.at(-1)];
  if (!lowest || !highest) return lang === 'vi' ? 'Chưa có đơn vị nào có số liệu' : 'No unit has data';
  const valued = units.filter(hasValue).length;
  if (lowest === highest) return allEqual(lang, lowest);
  const ends = lang === 'vi' ? ['Cao nhất', 'thấp nhất'] : ['Highest', 'lowest'];
  const isCeiling = compareDecimals(highest.value, '1') === 0;
  const top = isCeiling ? atMaximum(lang, highest.units.length, valued) : `${ends[0]}: ${said(lang, highest)}`;
  return `${top}; ${ends[1]}: ${said(lang, lowest)}`;
}

const atMaximum = (lang: ChartLang, count: number, of: number) =>
  lang === 'vi' ? `${count} trên ${of} đơn vị đạt tối đa` : `${count} of ${chartWords.en.units(of)} at the maximum`;

function allEqual(lang: ChartLang, { units, value }: Mark): string {
  const shown = chartWords[lang].decimal(value);
  if (units.length === 1) return `${units[0]!.name}: ${shown}`;
  return lang === 'vi' ? `${units.length} đơn vị cùng đạt ${shown}` : `All ${units.length} units have ${shown}`;
}

const mostNames = 3;

function said(lang: ChartLang, { units, value }: Mark): string {
  const words = chartWords[lang];
  const who = units.length > mostNames ? words.units(units.length) : words.and(units.map(({ name }) => name));
  return `${who}, ${words.decimal(value)}`;
}

/** The conclusion with the mean and who is missing. */
export function spreadDescription(lang: ChartLang, data: MeasureValues): string {
  const words = chartWords[lang];
  const missing = data.units.filter((unit: UnitValue) => !hasValue(unit)).map(({ name }) => name);
  const parts = [spreadConclusion(lang, data)];
  if (data.mean !== null) parts.push(`${words.mean}: ${words.decimal(data.mean)}`);
  if (missing.length > 0) parts.push(`${words.noDataHead}: ${words.and(missing)}`);
  return `${parts.join('. ')}.`;
}
