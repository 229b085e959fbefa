import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import { formatList } from '../../format/format-list.ts';
import { formatRank } from '../../format/format-rank.ts';
import { parsePeriod, periodVi } from '../../periods/period.ts';
import { compare, readDecimal } from '../../scoring/reference/exact.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { RankParts } from '../changes/changes.ts';
import { againstPeriodVi, noPreviousVi, rankChangeVi, signedVi } from '../changes/changes-words.ts';
import { causesVi, shortReleaseVi } from '../corrections/corrections-words.ts';
import type { EarlierResult } from '../history/frozen-history.ts';
import { namesVi } from '../names-vi.ts';
import { countSharing, mainIndices, totalMeasure } from '../read-scoreboard.ts';
import type { ReportSource } from '../report-source.ts';
import { differenceOf, type GroupFigures } from './group-figures.ts';
import { findNextRank } from './next-rank.ts';

/** Strengths and gaps that a sentence names. */
const mostNamed = 3;

/**
 * What the release says of one unit in sentences, each made from its figures, each said also where there is little to say.
 * @param group null: the result is not released, and nothing of any other unit is told
 */
export function profileSentencesVi(source: ReportSource, unit: ScoreboardUnit, group: GroupFigures | null): string[] {
  const { scoreboard } = source;
  if (unit.state === 'not_submitted')
    return ['Đơn vị chưa nộp số liệu trong đợt này, nên không có giá trị và thứ hạng.'];
  return [
    standingVi(scoreboard, unit, group),
    ...(group ? comparedVi(scoreboard, unit, group) : []),
    lostVi(unit, scoreboard),
    changeVi(source, unit),
    ...correctedVi(source, unit),
    group ? nextRankVi(scoreboard, unit) : '',
  ].filter((sentence) => sentence !== '');
}

function standingVi(scoreboard: Scoreboard, unit: ScoreboardUnit, group: GroupFigures | null): string {
  const total = totalMeasure(scoreboard);
  if (!total) return 'Đợt này công bố các chỉ số chính, không công bố giá trị chung và không xếp hạng.';
  const score = unit.scores[total.measure];
  if (!score) return 'Đơn vị chưa có giá trị DTI trong đợt này.';
  const figure = group?.measures.get(total.measure);
  const beside = figure
    ? `; trung vị nhóm ${formatDecimal(figure.median)}, cao nhất ${formatDecimal(figure.best)}`
    : '';
  if (unit.rank === null) return `Giá trị DTI ${formatDecimal(score.value)}, không xếp hạng${beside}.`;
  const rank = formatRank(unit.rank, countSharing(scoreboard, total.measure, unit.rank));
  const told = rank.startsWith('đồng') ? `Đ${rank.slice(1)}` : `Hạng ${rank}`;
  return `${told} trong ${scoreboard.ranked_count} đơn vị được xếp hạng, giá trị DTI ${formatDecimal(score.value)}${beside}.`;
}

/** Main indices above and below the median of the group, farthest first. */
function comparedVi(scoreboard: Scoreboard, unit: ScoreboardUnit, group: GroupFigures): string[] {
  const compared = mainIndices(scoreboard).flatMap((measure) => {
    const [score, figure] = [unit.scores[measure.measure], group.measures.get(measure.measure)];
    return score && figure ? [{ measure, difference: differenceOf(score.value, figure.median) }] : [];
  });
  const sorted = compared.toSorted((a, b) => compare(readDecimal(b.difference), readDecimal(a.difference)));
  const above = sorted.filter(({ difference }) => isMore(difference));
  const below = sorted.filter(({ difference }) => difference.startsWith('-')).reverse();
  return [
    namedVi('Cao hơn trung vị nhóm nhiều nhất', above) || 'Không có chỉ số chính nào cao hơn trung vị nhóm.',
    namedVi('Thấp hơn trung vị nhóm nhiều nhất', below) || 'Không có chỉ số chính nào thấp hơn trung vị nhóm.',
  ];
}

const isMore = (decimal: string) => !decimal.startsWith('-') && /[1-9]/.test(decimal);

function namedVi(what: string, compared: { measure: ScoreboardMeasure; difference: string }[]): string {
  if (compared.length === 0) return '';
  const named = compared
    .slice(0, mostNamed)
    .map(({ measure, difference }) => `${measure.name_vi} (${signedVi(difference)})`);
  return `${what}: ${formatList(named)}.`;
}

/** By main index, not by total: the same points lie in both. */
function lostVi(unit: ScoreboardUnit, scoreboard: Scoreboard): string {
  const lost = mainIndices(scoreboard).flatMap(({ measure, name_vi }) => {
    const score = unit.scores[measure];
    return score ? [{ name_vi, points: differenceOf(score.max_points, score.points) }] : [];
  });
  const most = lost
    .filter(({ points }) => isMore(points))
    .toSorted((a, b) => compare(readDecimal(b.points), readDecimal(a.points)));
  if (most.length === 0) return 'Đơn vị đạt điểm tối đa ở mọi chỉ số chính.';
  const named = most.slice(0, mostNamed).map(({ name_vi, points }) => `${name_vi} (${formatPoints(points)} điểm)`);
  return `Chưa đạt nhiều điểm nhất ở: ${formatList(named)}.`;
}

function changeVi({ scoreboard, changes }: ReportSource, unit: ScoreboardUnit): string {
  const total = totalMeasure(scoreboard);
  const change = changes?.units.find(({ unit_id }) => unit_id === unit.unit_id);
  if (!changes || !change) return `So với đợt trước: ${noPreviousVi}.`;
  const value = total && change.scores[total.measure]?.value_change;
  const parts = [
    ...(value ? [`giá trị DTI ${signedVi(value)}`] : []),
    ...(total?.ranked ? [`thứ hạng ${rankChangeVi(change)}${partsVi(change.rank_parts)}`] : []),
  ];
  if (parts.length === 0) return `So với ${againstPeriodVi(changes)}: thay đổi của từng chỉ số ở trang “Hồ sơ”.`;
  return `So với ${againstPeriodVi(changes)}: ${parts.join('; ')}.`;
}

const partNamesVi: [keyof RankParts, string][] = [
  ['own', 'do giá trị của đơn vị'],
  ['others', 'do giá trị của các đơn vị khác'],
  ['method', 'do phương pháp'],
  ['merger', 'do sắp xếp hoặc thay đổi thành phần nhóm'],
];

/** ` (do giá trị của đơn vị: tăng 3 bậc; do giá trị của các đơn vị khác: giảm 1 bậc)`. */
function partsVi(parts: RankParts | null): string {
  const told = parts
    ? partNamesVi.flatMap(([part, name]) =>
        parts[part] ? [`${name}: ${rankChangeVi({ state: 'compared', rank_change: parts[part] })}`] : [],
      )
    : [];
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
}

function correctedVi({ scoreboard, corrections }: ReportSource, unit: ScoreboardUnit): string[] {
  if (!corrections) return [];
  const against = `So với đợt ${shortReleaseVi(corrections.corrects)}`;
  const own = corrections.units.find(({ unit_id }) => unit_id === unit.unit_id);
  const total = totalMeasure(scoreboard)?.measure;
  const score = own && total ? own.scores[total] : undefined;
  if (!own) return [`${against} của cùng kỳ: không có gì của đơn vị thay đổi.`];
  if (!score) {
    const isCorrected = [own.figures, own.states, own.points].some(({ length }) => length > 0);
    const where = 'ở trang “Đính chính” của ranking.xlsx';
    const what = isCorrected ? 'nội dung được sửa' : 'thay đổi của các chỉ số khác, do đơn vị khác,';
    return [`${against} của cùng kỳ: giá trị DTI và thứ hạng không đổi; ${what} ${where}.`];
  }
  const shown = (value: string | null) => (value === null ? '–' : formatDecimal(value));
  const value = `giá trị DTI ${shown(score.value_before)} → ${shown(score.value_after)}`;
  const rank = `hạng ${score.rank_before ?? '–'} → ${score.rank_after ?? '–'}`;
  return [`${against} của cùng kỳ: ${value}, ${rank}, ${causesVi(score)}.`];
}

/** Of the total; each measure's own stands in the table. */
function nextRankVi(scoreboard: Scoreboard, unit: ScoreboardUnit): string {
  const total = totalMeasure(scoreboard);
  const next = total && findNextRank(scoreboard, unit.unit_id, total.measure);
  if (!next) return '';
  if (next === 'first') return 'Không có đơn vị nào có giá trị DTI cao hơn.';
  if (next === 'out_of_reach') return 'Đạt điểm tối đa vẫn chưa vượt giá trị của đơn vị xếp trên.';
  return (
    `Để vượt ${namesVi(next.passed)}, lên hạng ${next.rank}, cần thêm ít nhất ${formatPoints(next.points)} điểm ` +
    `(giá trị các đơn vị khác giữ nguyên); khi đó giá trị DTI là ${formatDecimal(next.value)}.`
  );
}

/** `Quý II/2026 (r1)`. */
export const earlierVi = ({ period, release }: Pick<EarlierResult, 'period' | 'release'>): string =>
  `${periodVi(parsePeriod(period))} (${shortReleaseVi(release)})`;
