import { formatPoints } from '../../format/format-decimal.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../scoring/scoreboard.ts';
import type { InBoth, Language } from '../language.ts';
import { byName } from '../name-order.ts';
import { measureName, periodName, unbroken } from './scoreboard-words.ts';

export const mainIndexWords = {
  indicators: { vi: 'Chỉ số thành phần', en: 'Component indicators' },
  maximum: { vi: 'Điểm tối đa', en: 'Maximum points' },
  notAssessed: { vi: 'Không đánh giá trong đợt này', en: 'Not assessed this round' },
  madeUp: { vi: 'minh họa', en: 'illustrative' },
  spread: { vi: 'Giá trị của các đơn vị', en: 'Values of the units' },
  atMaximum: { vi: 'Các đơn vị đạt tối đa', en: 'Units at the maximum' },
  ranking: { vi: 'Bảng xếp hạng theo', en: 'Ranking by' },
  more: { vi: 'tất cả các đơn vị', en: 'all units' },
  howScored: { vi: 'cách tính điểm', en: 'how it is scored' },
} satisfies Record<string, InBoth>;

export const mainIndexTitle = (measure: ScoreboardMeasure, { period }: ShownScoreboard, language: Language): string =>
  language === 'vi'
    ? unbroken(`${measureName(measure, 'vi')}, ${periodName(period, 'vi')}`)
    : `${measureName(measure, 'en')}, ${period}`;

/** What it is made of and how many points it weighs; of a table published elsewhere nothing is known of that. */
export function maximumSentence(measure: ScoreboardMeasure, assessed: number, language: Language): string {
  if (measure.max_points === null) return '';
  const points = language === 'vi' ? formatPoints(measure.max_points) : measure.max_points.replace(/\.?0+$/, '');
  if (language === 'vi')
    return `Tối đa ${points} điểm${assessed > 0 ? `, của ${assessed} chỉ số thành phần được đánh giá` : ''}. Giá trị là số điểm đạt được chia cho số điểm tối đa áp dụng cho đơn vị.`;
  return `At most ${points} points${assessed > 0 ? `, of ${assessed} assessed indicators` : ''}. The value is the points reached divided by the maximum that applies to the unit.`;
}

/** Values are from 0 to 1: who has all points. */
export const unitsAtMaximum = ({ units }: ShownScoreboard, measure: string): ShownUnit[] =>
  units.filter(({ scores }) => isMaximum(scores[measure]?.value)).toSorted(byName);

export const isMaximum = (value = ''): boolean => /^1(\.0+)?$/.test(value);

/** `24 đơn vị đồng hạng 1 (đạt tối đa)`. */
export function ceilingWords(count: number, language: Language): string {
  if (count === 1) return language === 'vi' ? '1 đơn vị đạt tối đa' : '1 unit at the maximum';
  return language === 'vi' ? `${count} đơn vị đồng hạng 1 (đạt tối đa)` : `${count} units tied at 1 (at the maximum)`;
}
