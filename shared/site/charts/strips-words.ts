import { hasValue, type UnitIndices } from './chart-data.ts';
import { type ChartLang, chartWords, valueText } from './chart-words.ts';
import { compareDecimals } from './compare-decimals.ts';

interface OwnIndex {
  name: string;
  value: string | null;
  mean: string | null;
}

const ownIndices = ({ unit_id, indices }: UnitIndices): OwnIndex[] =>
  indices.map(({ name, mean, units }) => {
    const own = units.find((unit) => unit.unit_id === unit_id);
    return { name, mean, value: own?.value ?? null };
  });

export const stripsTitle = (lang: ChartLang, { name, indices }: UnitIndices): string =>
  lang === 'vi' ? `${indices.length} chỉ số chính của ${name}` : `${name} in ${indices.length} main indices`;

/** `Huế vượt trung bình ở 7 trên 8 chỉ số chính`: of those that it has a value in. */
export function stripsConclusion(lang: ChartLang, data: UnitIndices): string {
  const own = ownIndices(data).filter(hasValue);
  const above = own.filter(({ value, mean }) => mean !== null && compareDecimals(value, mean) > 0).length;
  const { name } = data;
  if (own.length === 0)
    return lang === 'vi' ? `${name} chưa có số liệu ở các chỉ số chính` : `${name} has no data in the main indices`;
  if (lang === 'en') return `${name} is above the mean in ${above} of ${own.length} main indices`;
  return above === 0
    ? `${name} không vượt trung bình ở chỉ số nào trong ${own.length} chỉ số chính`
    : `${name} vượt trung bình ở ${above} trên ${own.length} chỉ số chính`;
}

/** The ends of the unit's own range, and what is missing. */
export function stripsDescription(lang: ChartLang, data: UnitIndices): string {
  const own = ownIndices(data);
  const inOrder = own.filter(hasValue).toSorted((one, other) => compareDecimals(other.value, one.value));
  const missing = own.filter(({ value }) => value === null).map(({ name }) => name);
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const told: [string, string][] = [];
  if (first) told.push([lang === 'vi' ? 'Cao nhất' : 'Highest', said(lang, first)]);
  if (last && last !== first) told.push([lang === 'vi' ? 'thấp nhất' : 'lowest', said(lang, last)]);
  if (missing.length > 0) told.push([chartWords[lang].noData, chartWords[lang].and(missing)]);
  return `${told.map(([word, what]) => `${word}: ${what}`).join('; ')}.`;
}

const said = (lang: ChartLang, { name, value }: OwnIndex) => `${name}, ${valueText(lang, value)}`;
