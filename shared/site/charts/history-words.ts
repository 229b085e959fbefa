import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import { type History, type HistoryPoint, hasValue } from './chart-data.ts';
import { type ChartLang, chartWords } from './chart-words.ts';
import { compareDecimals, differenceOf } from './compare-decimals.ts';
import { isOwn } from './history-columns.ts';

export const historyTitle = (lang: ChartLang, { name }: History): string =>
  lang === 'vi' ? `Giá trị của ${name} qua các kỳ` : `Values of ${name} over the periods`;

/** The newest value of its own, what became of it where that may be said, and what it may not be compared with. */
export function historyConclusion(lang: ChartLang, history: History): string {
  const words = chartWords[lang];
  const { name, sections } = history;
  const own = ownInOrder(history);
  const last = own.at(-1);
  if (!last) return `${name}: ${words.noData}`;
  const before = own.filter(({ section }) => section === last.section).at(-2);
  const others = sections.filter(({ section }) => section !== last.section).map(({ label }) => label);
  const value = words.decimal(last.value);
  const reached =
    lang === 'vi'
      ? `${name} đạt ${value} ${words.ofPeriod(last.period)}`
      : `${name} has ${value} in ${words.ofPeriod(last.period)}`;
  const changed = before ? `, ${changeOf(lang, before, last)}` : '';
  return `${reached}${changed}${others.length > 0 ? `; ${notComparedWith(lang, others)}` : ''}`;
}

type Valued = HistoryPoint & { value: string };

function ownInOrder({ sections, points }: History): Valued[] {
  const order = sections.map(({ section }) => section);
  return points
    .filter(isOwn)
    .filter(hasValue)
    .toSorted(
      (one, other) =>
        order.indexOf(one.section) - order.indexOf(other.section) ||
        comparePeriodEnds(parsePeriod(one.period), parsePeriod(other.period)),
    );
}

function changeOf(lang: ChartLang, before: Valued, last: Valued): string {
  const words = chartWords[lang];
  const period = words.ofPeriod(before.period);
  const side = compareDecimals(last.value, before.value);
  const distance = words.decimal(differenceOf(last.value, before.value).replace('-', ''));
  if (side === 0) return lang === 'vi' ? `không đổi so với ${period}` : `unchanged since ${period}`;
  if (lang === 'vi') return `${side > 0 ? 'tăng' : 'giảm'} ${distance} so với ${period}`;
  return `${side > 0 ? 'up' : 'down'} ${distance} from ${period}`;
}

const notComparedWith = (lang: ChartLang, labels: string[]) =>
  lang === 'vi'
    ? `không so sánh được với ${chartWords.vi.and(labels)}`
    : `not comparable with ${chartWords.en.and(labels)}`;

/** The conclusion, who it was formed from, and the periods without a value. */
export function historyDescription(lang: ChartLang, history: History): string {
  const words = chartWords[lang];
  const others = [...new Set(history.points.filter((point) => !isOwn(point)).map(({ series }) => series))];
  const gaps = history.points.filter((point) => isOwn(point) && !hasValue(point));
  const parts = [historyConclusion(lang, history)];
  if (others.length > 0) parts.push(`${words.beforeMerger}: ${words.and(others)}`);
  if (gaps.length > 0)
    parts.push(`${words.noDataHead}: ${words.and(gaps.map(({ period }) => words.ofPeriod(period)))}`);
  return `${parts.join('. ')}.`;
}
