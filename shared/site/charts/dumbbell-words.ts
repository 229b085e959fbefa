import type { Pair, PairValue } from './chart-data.ts';
import { type ChartLang, chartWords, valueText } from './chart-words.ts';
import { compareDecimals, differenceOf } from './compare-decimals.ts';

type Both = PairValue & { a: string; b: string };

const bothIn = ({ values }: Pair): Both[] =>
  values.filter((value): value is Both => value.a !== null && value.b !== null);

export const dumbbellTitle = (lang: ChartLang, { nameA, nameB }: Pair): string =>
  lang === 'vi' ? `Chỉ số chính của ${nameA} và ${nameB}` : `Main indices of ${nameA} and ${nameB}`;

/** `+0,2869`: the first without the second. */
export function signedDifference(lang: ChartLang, a: string, b: string): string {
  const difference = differenceOf(a, b);
  const shown = chartWords[lang].decimal(difference);
  return compareDecimals(difference, '0') > 0 ? `+${shown}` : shown;
}

/** `Huế cao hơn Hải Phòng ở 4 trên 8 chỉ số chính, thấp hơn ở 2, bằng nhau ở 2`: of values, as published. */
export function dumbbellConclusion(lang: ChartLang, pair: Pair): string {
  const both = bothIn(pair);
  const { nameA, nameB } = pair;
  if (both.length === 0)
    return lang === 'vi'
      ? `${nameA} và ${nameB} không có chỉ số chính nào cùng có số liệu`
      : `${nameA} and ${nameB} have no main index with data of both`;
  const sides = both.map(({ a, b }) => compareDecimals(a, b));
  const [higher, lower, equal] = [1, -1, 0].map((side) => sides.filter((one) => one === side).length);
  if (lang === 'en')
    return `${nameA} is higher than ${nameB} in ${higher} of ${both.length} main indices, lower in ${lower}${equal ? `, equal in ${equal}` : ''}`;
  return `${nameA} cao hơn ${nameB} ở ${higher} trên ${both.length} chỉ số chính, thấp hơn ở ${lower}${equal ? `, bằng ở ${equal}` : ''}`;
}

/** Where they are farthest apart, and where one of them has nothing. */
export function dumbbellDescription(lang: ChartLang, pair: Pair): string {
  const missing = pair.values.filter(({ a, b }) => a === null || b === null).map(({ name }) => name);
  const told = missing.length === 0 ? '' : ` ${chartWords[lang].noDataHead}: ${chartWords[lang].and(missing)}.`;
  const distance = ({ a, b }: Both) => differenceOf(a, b).replace('-', '');
  const [widest] = bothIn(pair).toSorted((one, other) => compareDecimals(distance(other), distance(one)));
  if (!widest) return told.trim();
  const { name, a, b } = widest;
  const [first, second] = [`${pair.nameA} ${valueText(lang, a)}`, `${pair.nameB} ${valueText(lang, b)}`];
  const most = lang === 'vi' ? 'Chênh lệch lớn nhất' : 'Largest difference';
  return `${most}: ${name}, ${first}, ${second}.${told}`;
}
