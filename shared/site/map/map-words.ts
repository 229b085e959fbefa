import { hasValue, type UnitValue } from '../charts/chart-data.ts';
import { type ChartLang, chartWords } from '../charts/chart-words.ts';
import { classFloors, classOf } from './fills.ts';
import { attribution } from './shapes.ts';

/** `từ 0,60 đến dưới 0,65`: the ends are said, for a value lies in one class only. */
export function classLabel(lang: ChartLang, one: 1 | 2 | 3 | 4 | 5): string {
  const [floor, ceiling] = [classFloors[one - 2], classFloors[one - 1]].map((end) => end && shortEnd(lang, end));
  if (lang === 'en') {
    if (floor === undefined) return `below ${ceiling}`;
    return ceiling === undefined ? `${floor} and above` : `${floor} to below ${ceiling}`;
  }
  if (floor === undefined) return `dưới ${ceiling}`;
  return ceiling === undefined ? `từ ${floor} trở lên` : `từ ${floor} đến dưới ${ceiling}`;
}

const shortEnd = (lang: ChartLang, end: string) => chartWords[lang].decimal(end.slice(0, 4));

/** `8 đơn vị từ 0,75 trở lên; 3 đơn vị dưới 0,60; 1 đơn vị chưa nộp số liệu`. */
export function mapConclusion(lang: ChartLang, units: UnitValue[]): string {
  const words = chartWords[lang];
  const valued = units.filter(hasValue);
  const [top, bottom] = ([5, 1] as const).map((one) => valued.filter(({ value }) => classOf(value) === one).length);
  const parts = [
    `${words.units(top!)} ${classLabel(lang, 5)}`,
    `${words.units(bottom!)} ${classLabel(lang, 1)}`,
    ...(valued.length < units.length ? [`${words.units(units.length - valued.length)} ${words.notSubmitted}`] : []),
  ];
  return parts.join('; ');
}

/** The licence asks for the name and that the change is said. */
export const attributionLine = (lang: ChartLang): string =>
  lang === 'vi'
    ? `Bản đồ: ${attribution.source}, giấy phép ${attribution.licence}, đã gộp theo 34 đơn vị và đơn giản hóa; các đảo vẽ bằng hình tròn.`
    : `Map: ${attribution.source}, ${attribution.licence}, changed: merged into the 34 units and simplified; islands drawn as circles.`;
