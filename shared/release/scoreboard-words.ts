import { formatDecimal } from '../format/format-decimal.ts';
import { formatList } from '../format/format-list.ts';
import { illustrativeVi } from '../frameworks/framework-note.ts';
import { comparePeriodEnds, parsePeriod, periodVi as periodNameVi } from '../periods/period.ts';
import type { ShownScoreboard, ShownUnit } from '../scoring/scoreboard.ts';
import { unitLabel } from '../units/unit-label.ts';
import { averageVi } from './measure-words.ts';
import { namesVi } from './names-vi.ts';
import { mainIndices, missingUnits, scoredUnits, totalMeasure } from './read-scoreboard.ts';
import { releaseLabelVi, releaseNameVi, withoutDates } from './release-name.ts';

/** What all units share says enough. */
type Header = Omit<ShownScoreboard, 'units'>;
type Carried = { units: Pick<ShownUnit, 'carried'>[] };

/** Sentences that the page and the workbook share, so that they cannot say different things of one release. */
export function titleVi(scoreboard: Header): string {
  const period = periodVi(scoreboard);
  if (scoreboard.ranked_count > 0) return `Xếp hạng chuyển đổi số ${period}`;
  if (scoreboard.derived_from) return `Kết quả chuyển đổi số ${period} theo đơn vị sau sắp xếp`;
  return `Kết quả đánh giá chuyển đổi số ${period}`;
}

/** Name of the group without the dates in brackets, for headings. */
export const groupVi = ({ group_name_vi }: Pick<ShownScoreboard, 'group_name_vi'>): string =>
  withoutDates(group_name_vi);

export const periodVi = (scoreboard: Pick<ShownScoreboard, 'period'>): string =>
  periodNameVi(parsePeriod(scoreboard.period));

/** `r1 năm 2024 của 34 tỉnh, thành phố`: by the group’s name that it was frozen with. */
export const releaseVi = (scoreboard: Header): string =>
  scoreboard.derived_from
    ? releaseNameVi(scoreboard.release)
    : `${releaseLabelVi(scoreboard.release)} của ${groupVi(scoreboard)}`;

/** To lead one other unit is no news, and to lead none is nothing at all. */
const leastForLeader = 3;

/** One sentence that can be quoted: who leads among how many, by what, against which average. */
export function summaryVi(scoreboard: ShownScoreboard): string {
  const total = totalMeasure(scoreboard);
  const scored = scoredUnits(scoreboard).length;
  if (scored === 0)
    return `Chưa có đơn vị nào trong ${scoreboard.unit_count} đơn vị nộp số liệu ${periodVi(scoreboard)}.`;
  if (total === null) return noTotalVi(scoreboard, scored);
  const average = averageVi(total);
  if (scoreboard.ranked_count === 0)
    return `${scored} đơn vị có kết quả ${periodVi(scoreboard)}, ${average}; đợt này không xếp hạng.`;
  if (scoreboard.ranked_count < leastForLeader) return `${fewRankedVi(scoreboard)}; ${average}.`;
  const leaders = scoreboard.units.filter(({ rank }) => rank === 1);
  const names = namesVi(leaders.map(unitLabel));
  const value = formatDecimal(leaders[0]!.scores[total.measure]!.value);
  const leads = leaders.length === 1 ? 'dẫn đầu' : 'đồng hạng 1';
  return `${names} ${leads} trong ${scoreboard.ranked_count} đơn vị được xếp hạng chuyển đổi số ${periodVi(scoreboard)}, giá trị ${value}; ${average}.`;
}

const fewRankedVi = (scoreboard: ShownScoreboard): string =>
  `${scoreboard.ranked_count} trong ${scoreboard.unit_count} đơn vị được xếp hạng chuyển đổi số ${periodVi(scoreboard)}`;

function noTotalVi(scoreboard: ShownScoreboard, scored: number): string {
  const count = mainIndices(scoreboard).length;
  return `Đợt này công bố ${count} chỉ số chính của ${scored} đơn vị, không tính giá trị chung và không xếp hạng.`;
}

/** `34 đơn vị, 33 được xếp hạng, 1 chưa nộp số liệu`. */
export function countsVi(scoreboard: ShownScoreboard): string {
  const missing = missingUnits(scoreboard).length;
  const parts = [`${scoreboard.unit_count} đơn vị`];
  if (scoreboard.ranked_count > 0) parts.push(`${scoreboard.ranked_count} được xếp hạng`);
  if (missing > 0) parts.push(`${missing} chưa nộp số liệu`);
  return parts.join(', ');
}

/** `Bộ chỉ số đánh giá … (405/QĐ-BKHCN), phiên bản 2025.1`. Some titles carry the number of the decision themselves. */
export function frameworkVi({ framework }: Pick<ShownScoreboard, 'framework'>): string {
  return `${frameworkTitleVi(framework)}, phiên bản ${framework.version}`;
}

/** With the number of its decision. */
export function frameworkTitleVi({ title_vi, legal_number }: ShownScoreboard['framework']): string {
  return title_vi.includes(legal_number) ? title_vi : `${title_vi} (${legal_number})`;
}

/** What a reader must know before the first figure; usually nothing. Short, for a phone shows little else above it. */
export function noticesVi(scoreboard: Header & Carried): string[] {
  const { framework, derived_from, notice_vi } = scoreboard;
  const notices = notice_vi === undefined ? [] : [notice_vi];
  if (framework.illustrative) notices.push(`${illustrativeVi}.`);
  notices.push(...carriedVi(scoreboard));
  if (derived_from) {
    notices.push(
      `Giá trị tính lại từ đợt công bố ${releaseNameVi(derived_from)} cho các đơn vị hình thành sau sắp xếp, theo trung bình các đơn vị ` +
        'trước sắp xếp; không xếp hạng và không so sánh với thứ hạng đã công bố.',
    );
  }
  return notices;
}

/** Whose values rest on figures of which earlier periods; nothing where all are of the period itself. */
function carriedVi({ units }: Carried): string[] {
  const bearers = units.filter(({ carried }) => carried !== undefined);
  const periods = [...new Set(bearers.flatMap(({ carried }) => Object.keys(carried!)))].map(parsePeriod);
  if (periods.length === 0) return [];
  const from = formatList(periods.sort(comparePeriodEnds).map(periodNameVi));
  return [
    `Kết quả của ${bearers.length} đơn vị gồm cả số liệu kế thừa từ ${from}, của các chỉ số không thu thập trong kỳ.`,
  ];
}
