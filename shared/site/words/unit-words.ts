import type { UnitChange } from '../../release/changes/changes.ts';
import { countSharing } from '../../release/read-scoreboard.ts';
import type { ShownScoreboard, ShownUnit } from '../../scoring/scoreboard.ts';
import { compareDecimals, differenceOf } from '../charts/compare-decimals.ts';
import type { InBoth, Language } from '../language.ts';
import { rankChange, rankingWords, tied } from './ranking-words.ts';
import { decimal, periodName, releaseLabel, signed, unbroken } from './scoreboard-words.ts';

export const unitWords = {
  profile: { vi: 'Hồ sơ đơn vị', en: 'Unit profile' },
  rank: { vi: 'Hạng', en: 'Rank' },
  value: { vi: 'Giá trị', en: 'Value' },
  mean: { vi: 'Trung bình', en: 'Mean' },
  besideMean: { vi: 'So với trung bình', en: 'Beside the mean' },
  measures: { vi: 'Chỉ số chính và trụ cột', en: 'Main indices and pillars' },
  measure: { vi: 'Chỉ số', en: 'Measure' },
  toSource: {
    vi: 'Mỗi giá trị dẫn đến nguồn gốc của nó.',
    en: 'Each value leads to where it comes from.',
  },
  among: { vi: 'Giữa các đơn vị', en: 'Among all units' },
  history: { vi: 'Lịch sử', en: 'History' },
  compare: { vi: 'So sánh với đơn vị khác', en: 'Compare with another unit' },
  follow: { vi: 'Theo dõi đơn vị này bằng Atom', en: 'Follow this unit by Atom' },
  workbook: { vi: 'Tải hồ sơ Excel', en: 'Download the profile as Excel' },
  missing: { vi: 'Chưa nộp số liệu', en: 'Not submitted' },
  notInTable: { vi: 'Không có trong bảng đã công bố', en: 'Not in the published table' },
  noRank: {
    vi: 'Đơn vị không có giá trị, không có thứ hạng và không tính vào giá trị trung bình.',
    en: 'The unit has no value and no rank and is not part of the mean.',
  },
  published: {
    vi: 'số liệu đã công bố, không tính lại được',
    en: 'published figures, which cannot be recomputed',
  },
  illustrative: { vi: 'số liệu minh họa', en: 'illustrative' },
  toSuccessor: { vi: 'Kết quả hiện nay', en: 'Results of today' },
} satisfies Record<string, InBoth>;

/** `đồng hạng 15 (2 đơn vị)`; nothing where nobody shares the rank. */
export function tieNote(scoreboard: ShownScoreboard, measure: string, rank: number, language: Language): string {
  const sharing = countSharing(scoreboard, measure, rank);
  return sharing > 1 ? tied(rank, sharing, language) : '';
}

/** Of the unit in one sentence that can be quoted: rank of how many, by what, beside which mean. */
export function unitSentence(scoreboard: ShownScoreboard, unit: ShownUnit, language: Language): string {
  const period = periodName(scoreboard.period, language);
  const name = unit.unit_name_vi;
  const total = scoreboard.measures.find(({ kind }) => kind === 'total');
  const score = total && unit.scores[total.measure];
  if (unit.state === 'not_submitted') return missingSentence(scoreboard, name, language);
  if (!total || !score)
    return language === 'vi'
      ? unbroken(`${name} có kết quả ở ${Object.keys(unit.scores).length} chỉ số ${period}, không có giá trị chung.`)
      : `${name} has results in ${Object.keys(unit.scores).length} measures in ${period}, and no total.`;
  const value = decimal(score.value, language);
  const beside = total.average === null ? '' : `, ${besideMean(score.value, total.average, language)}`;
  const { ranked_count } = scoreboard;
  if (score.rank === null)
    return language === 'vi'
      ? unbroken(`${name} có giá trị ${value} ${period}, không xếp hạng${beside}.`)
      : `${name} has ${value} in ${period} and is not ranked${beside}.`;
  const tie = tieNote(scoreboard, total.measure, score.rank, language);
  if (language === 'vi')
    return unbroken(
      `${name} ${tie === '' ? `đứng hạng ${score.rank}` : tie} trong ${ranked_count} đơn vị được xếp hạng chuyển đổi số ${period}, giá trị ${value}${beside}.`,
    );
  const place = tie === '' ? `ranks ${score.rank}` : `is ${tie}`;
  return `${name} ${place} of ${ranked_count} ranked units in ${period} with ${value}${beside}.`;
}

function missingSentence({ period, source }: ShownScoreboard, name: string, language: Language): string {
  if (source)
    return language === 'vi'
      ? unbroken(`${name} không có trong bảng đã công bố ${periodName(period, 'vi')}.`)
      : `${name} is not in the table published for ${period}.`;
  return language === 'vi'
    ? unbroken(`${name} chưa nộp số liệu ${periodName(period, 'vi')}.`)
    : `${name} has not submitted figures for ${period}.`;
}

/** `cao hơn trung bình (0,7005) 0,0946`. */
export function besideMean(value: string, mean: string, language: Language): string {
  const side = compareDecimals(value, mean);
  const distance = decimal(differenceOf(value, mean).replace('-', ''), language);
  const told = decimal(mean, language);
  if (side === 0) return language === 'vi' ? `bằng trung bình (${told})` : `equal to the mean (${told})`;
  if (language === 'vi') return `${side > 0 ? 'cao hơn' : 'thấp hơn'} trung bình (${told}) ${distance}`;
  return `${distance} ${side > 0 ? 'above' : 'below'} the mean (${told})`;
}

/** `So với đợt r1 năm 2024: tăng 2 bậc, từ hạng 5 lên hạng 3; giá trị +0,0123.` Of comparable releases only. */
export function changeSentence(change: UnitChange, against: string, measure: string, language: Language): string {
  const score = change.scores[measure];
  const rank = rankChange(change.state, change.rank_change, language);
  const { rank_before, rank_after } = change;
  const hasRanks = change.rank_change !== null && change.rank_change !== 0;
  const ranks =
    language === 'vi'
      ? `, từ hạng ${rank_before} đến hạng ${rank_after}`
      : `, from rank ${rank_before} to ${rank_after}`;
  const value = score?.value_change
    ? `; ${language === 'vi' ? 'giá trị' : 'value'} ${signed(score.value_change, language)}`
    : '';
  const label = releaseLabel(against, language);
  return unbroken(
    `${language === 'vi' ? `So với đợt ${label}` : `Compared with ${label}`}: ${rank}${hasRanks ? ranks : ''}${value}.`,
  );
}

/** What moved the rank, place by place; nothing where it did not move or nobody can tell. */
export function rankPartsSentence({ rank_parts }: UnitChange, language: Language): string {
  if (!rank_parts) return '';
  const names: Record<keyof typeof rank_parts, InBoth> = {
    own: { vi: 'do giá trị của đơn vị', en: 'by its own value' },
    others: { vi: 'do giá trị của đơn vị khác', en: 'by the values of others' },
    method: { vi: 'do phương pháp', en: 'by the method' },
    merger: { vi: 'do đơn vị vào hoặc ra khỏi bảng', en: 'by units that came or went' },
  };
  const parts = (Object.keys(names) as (keyof typeof names)[]).flatMap((part) => {
    const places = rank_parts[part];
    return places ? [`${names[part][language]} ${rankChange('compared', places, language)}`] : [];
  });
  if (parts.length === 0) return '';
  return `${language === 'vi' ? 'Trong đó' : 'Of this'}: ${parts.join('; ')}.`;
}

interface TwoValues {
  period: string;
  published: string;
  computed: string;
}

/** Said only where both stand on one page and differ. */
export function recomputedBeside({ period, published, computed }: TwoValues, language: Language): string {
  const [told, found] = [decimal(published, language), decimal(computed, language)];
  if (language === 'en')
    return `For ${period} there are two values: ${told} in the published table, ${found} recomputed here. The inputs are the published main indices, which are rounded to four decimals, so a recomputed total may be 0.0001 off.`;
  const of = periodName(period, 'vi');
  return `${of[0]!.toUpperCase()}${of.slice(1)} có hai giá trị: ${told} trong bảng đã công bố, ${found} tính lại ở đây. Số liệu đầu vào là các chỉ số chính đã công bố, đã làm tròn đến bốn chữ số thập phân, nên giá trị tính lại có thể lệch 0,0001.`;
}

export interface OwnIndex {
  name: string;
  value: string;
  mean: string;
}

/** Where the unit is farthest above the mean, and where farthest below or least above. */
export function bestAndWeakest(indices: OwnIndex[], language: Language): string {
  if (indices.length < 2) return '';
  const distance = ({ value, mean }: OwnIndex) => differenceOf(value, mean);
  const inOrder = indices.toSorted((one, other) => compareDecimals(distance(other), distance(one)));
  const [best, weakest] = [inOrder[0]!, inOrder.at(-1)!].map(
    (one) => `${one.name} (${decimal(one.value, language)}, ${asideOf(one, language)})`,
  );
  return language === 'vi'
    ? `So với trung bình, cao nhất ở ${best}; thấp nhất ở ${weakest}.`
    : `Beside the mean it is highest in ${best} and lowest in ${weakest}.`;
}

/** `cao hơn 0,2421`: the sentence says than what. */
function asideOf({ value, mean }: OwnIndex, language: Language): string {
  const side = compareDecimals(value, mean);
  const distance = decimal(differenceOf(value, mean).replace('-', ''), language);
  if (side === 0) return language === 'vi' ? 'bằng trung bình' : 'equal to it';
  if (language === 'vi') return `${side > 0 ? 'cao hơn' : 'thấp hơn'} ${distance}`;
  return `${distance} ${side > 0 ? 'above' : 'below'}`;
}

/** `Trả lời 45/47 chỉ số thành phần.` */
export const answeredSentence = (answered: { answered: number; asked: number }, language: Language): string =>
  language === 'vi'
    ? `Trả lời ${answered.answered}/${answered.asked} chỉ số thành phần.`
    : `${answered.answered} of ${answered.asked} indicators answered.`;

/** `Gồm 12 chỉ số kế thừa từ quý II/2026.` */
export function carriedSentence(carried: Record<string, number>, language: Language): string {
  const parts = Object.entries(carried).map(([period, count]) =>
    language === 'vi'
      ? `${count} chỉ số kế thừa từ ${periodName(period, 'vi')}`
      : `${count} indicators carried forward from ${period}`,
  );
  return `${language === 'vi' ? 'Gồm' : 'Includes'} ${parts.join(', ')}.`;
}

/** `12/63`: a rank never stands without the number it is of. */
export const rankOf = (rank: number | null, n: number, language: Language): string =>
  rank === null ? rankingWords.unranked[language] : `${rank}/${n}`;
