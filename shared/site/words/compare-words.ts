import Big from 'big.js';
import { formatPoints } from '../../format/format-decimal.ts';
import { mainIndices, totalMeasure } from '../../release/read-scoreboard.ts';
import type { ScoreboardMeasure, ShownScoreboard, ShownUnit } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { compareDecimals, differenceOf } from '../charts/compare-decimals.ts';
import { dumbbellConclusion } from '../charts/dumbbell-words.ts';
import { pairOf } from '../charts/from-scoreboard.ts';
import type { InBoth, Language } from '../language.ts';
import { decimal, measureName, periodName, unbroken } from './scoreboard-words.ts';
import { tieNote } from './unit-words.ts';

export const compareWords = {
  compare: { vi: 'So sánh', en: 'Compare' },
  chooseFirst: { vi: 'So sánh hai đơn vị, chọn đơn vị thứ nhất', en: 'Compare two units, choose the first' },
  difference: { vi: 'Chênh lệch', en: 'Difference' },
  measure: { vi: 'Chỉ số', en: 'Measure' },
  values: { vi: 'Giá trị và thứ hạng', en: 'Values and ranks' },
  profiles: { vi: 'Hồ sơ đơn vị', en: 'Unit profiles' },
} satisfies Record<string, InBoth>;

export const compareTitle = (a: ShownUnit, b: ShownUnit, period: string, language: Language): string =>
  language === 'vi'
    ? unbroken(`So sánh ${unitLabel(a)} và ${unitLabel(b)}, ${periodName(period, 'vi')}`)
    : `${unitLabel(a)} and ${unitLabel(b)} compared, ${period}`;

/** Who leads, by how much. */
export function leadSentence(scoreboard: ShownScoreboard, a: ShownUnit, b: ShownUnit, language: Language): string {
  const total = totalMeasure(scoreboard);
  const [own, other] = [a, b].map((unit) => total && unit.scores[total.measure]);
  if (!total || !own || !other)
    return `${dumbbellConclusion(language, pairOf(scoreboard, a.unit_id, b.unit_id, { lang: language }))}.`;
  const [first, second] = [
    [a, own],
    [b, other],
  ].map(([unit, score]) => placed(scoreboard, unit as ShownUnit, score as typeof own, total.measure, language));
  const gap = decimal(differenceOf(own.value, other.value).replace('-', ''), language);
  const of = scoreboard.ranked_count;
  if (language === 'vi')
    return unbroken(`${first}, ${second}, trong ${of} đơn vị được xếp hạng; chênh lệch giá trị ${gap}.`);
  return `${first}, ${second}, of ${of} ranked units; the difference of values is ${gap}.`;
}

function placed(
  scoreboard: ShownScoreboard,
  unit: ShownUnit,
  { rank, value }: { rank: number | null; value: string },
  measure: string,
  language: Language,
): string {
  const shown = decimal(value, language);
  if (rank === null) return `${unitLabel(unit)} ${language === 'vi' ? 'không xếp hạng' : 'is not ranked'} (${shown})`;
  const tie = tieNote(scoreboard, measure, rank, language);
  if (tie !== '') return `${unitLabel(unit)} ${language === 'vi' ? '' : 'is '}${tie} (${shown})`;
  return `${unitLabel(unit)} ${language === 'vi' ? 'hạng' : 'ranks'} ${rank} (${shown})`;
}

interface Part {
  name: string;
  /** Of the first without the second: points where both are measured by the same maximum. */
  points: string;
}

/**
 * Where the gap comes from, in points, because a main index weighs as much as its points. Nothing where the two have not
 * the same maximum, or nothing is known of points.
 */
export function gapSentence(scoreboard: ShownScoreboard, a: ShownUnit, b: ShownUnit, language: Language): string {
  const parts = mainIndices(scoreboard).map((measure) => partOf(measure, a, b, language));
  if (!parts.every((part) => part !== null)) return '';
  const inOrder = parts.toSorted((one, other) => compareDecimals(other.points, one.points));
  const [most, least] = [inOrder[0], inOrder.at(-1)];
  const told = [
    ...(most && compareDecimals(most.points, '0') > 0 ? [leads(a, most, language)] : []),
    ...(least && compareDecimals(least.points, '0') < 0 ? [leads(b, least, language)] : []),
  ];
  if (told.length === 0) return '';
  const sum = parts
    .reduce((total, { points }) => total.plus(points), new Big(0))
    .abs()
    .toFixed(4);
  const whole = language === 'vi' ? `Chênh lệch ${formatPoints(sum)} điểm` : `The gap is ${pointsEn(sum)} points`;
  return `${whole}: ${told.join('; ')}.`;
}

function partOf(measure: ScoreboardMeasure, a: ShownUnit, b: ShownUnit, language: Language): Part | null {
  const [own, other] = [a, b].map(({ scores }) => scores[measure.measure]);
  if (!own?.points || !other?.points || own.max_points !== other.max_points) return null;
  return { name: measureName(measure, language), points: differenceOf(own.points, other.points) };
}

function leads(unit: ShownUnit, { name, points }: Part, language: Language): string {
  const size = points.replace('-', '');
  return language === 'vi'
    ? `${unitLabel(unit)} hơn nhiều nhất ở ${name} (${formatPoints(size)} điểm)`
    : `${unitLabel(unit)} is farthest ahead in ${name} (${pointsEn(size)} points)`;
}

const pointsEn = (points: string): string => points.replace(/\.?0+$/, '');
