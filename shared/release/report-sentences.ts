import { formatDecimal } from '../format/format-decimal.ts';
import { formatList } from '../format/format-list.ts';
import type { Scoreboard, ScoreboardMeasure, ScoreboardUnit } from '../scoring/scoreboard.ts';
import { unitLabel } from '../units/unit-label.ts';
import type { Changes, UnitChange } from './changes/changes.ts';
import { againstPeriodVi, noPreviousVi } from './changes/changes-words.ts';
import { averageVi } from './measure-words.ts';
import { namesVi } from './names-vi.ts';
import { mainIndices, missingUnits, pillars, scoredUnits, totalMeasure } from './read-scoreboard.ts';
import { groupVi, periodVi } from './scoreboard-words.ts';

/**
 * The summary of a report: seven sentences, each made from the figures, each said also where there is little to say, so
 * that nobody has to ask what was left out.
 */
export const reportSentencesVi = (scoreboard: Scoreboard, changes: Changes | null): string[] => [
  leaderVi(scoreboard),
  spreadVi(scoreboard),
  comparedAveragesVi(scoreboard),
  extremesVi(scoreboard),
  moversVi(scoreboard, changes),
  submittedVi(scoreboard),
  illustrativeSentenceVi(scoreboard),
];

const namesOf = (units: { unit_name_vi: string }[]): string => namesVi(units.map(unitLabel));

const valueVi = (unit: ScoreboardUnit, measure: ScoreboardMeasure): string =>
  formatDecimal(unit.scores[measure.measure]!.value);

function leaderVi(scoreboard: Scoreboard): string {
  const total = totalMeasure(scoreboard);
  const leaders = scoreboard.units.filter(({ rank }) => rank === 1);
  const of = `${groupVi(scoreboard)} ${periodVi(scoreboard)}`;
  if (!total) return `Đợt này công bố các chỉ số chính của ${of}, không công bố giá trị chung và không xếp hạng.`;
  if (leaders.length === 0) return `Đợt này không xếp hạng ${of}.`;
  const leads = leaders.length === 1 ? 'dẫn đầu' : 'đồng hạng 1';
  const among = `trong ${scoreboard.ranked_count} đơn vị được xếp hạng ${periodVi(scoreboard)}`;
  return `${namesOf(leaders)} ${leads} ${among}, giá trị DTI ${valueVi(leaders[0]!, total)}.`;
}

function spreadVi(scoreboard: Scoreboard): string {
  const measure = totalMeasure(scoreboard) ?? mainIndices(scoreboard)[0];
  if (!measure || measure.average === null) return 'Chưa có giá trị trung bình, vì chưa có đơn vị nào có kết quả.';
  const average = Number(measure.average);
  const values = scoreboard.units.flatMap(({ scores }) => scores[measure.measure]?.value ?? []);
  // Four decimals each: numbers tell which is more, they are not computed with.
  const above = values.filter((value) => Number(value) > average).length;
  const name = measure.kind === 'total' ? 'Giá trị DTI' : measure.name_vi;
  return `${name}: ${averageVi(measure)}; ${above} đơn vị cao hơn, ${values.length - above} đơn vị bằng hoặc thấp hơn giá trị này.`;
}

function comparedAveragesVi(scoreboard: Scoreboard): string {
  const indices = [...mainIndices(scoreboard)].filter(({ average }) => average !== null);
  if (indices.length < 2) return 'Không có từ hai chỉ số chính trở lên để so sánh giá trị trung bình.';
  const sorted = indices.toSorted((a, b) => Number(b.average) - Number(a.average));
  const tell = ({ name_vi, average }: ScoreboardMeasure) => `${name_vi} (${formatDecimal(average!)})`;
  const ofPillars = pillars(scoreboard).filter(({ average }) => average !== null);
  const pillarsVi = ofPillars.length === 0 ? '' : `; trung bình các trụ cột: ${formatList(ofPillars.map(tell))}`;
  const allWith = ({ average }: ScoreboardMeasure) =>
    formatList(sorted.filter((one) => one.average === average).map(tell));
  return `Chỉ số chính có giá trị trung bình cao nhất là ${allWith(sorted[0]!)}, thấp nhất là ${allWith(sorted.at(-1)!)}${pillarsVi}.`;
}

function extremesVi(scoreboard: Scoreboard): string {
  const total = totalMeasure(scoreboard);
  const ranked = scoreboard.units.filter(({ rank }) => rank !== null);
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!total || !first || !last || first === last) return 'Không có từ hai đơn vị được xếp hạng trở lên để so sánh.';
  if (last.rank === first.rank)
    return `Mọi đơn vị được xếp hạng có cùng giá trị DTI ${valueVi(first, total)}, cùng hạng ${first.rank}.`;
  const lasts = ranked.filter(({ rank }) => rank === last.rank);
  return `Giá trị DTI từ ${valueVi(last, total)} (${namesOf(lasts)}, hạng ${last.rank}) đến ${valueVi(first, total)}; số đơn vị có cùng giá trị với đơn vị khác: ${tiedCount(ranked)}.`;
}

const tiedCount = (ranked: ScoreboardUnit[]): number =>
  [...Map.groupBy(ranked, ({ rank }) => rank).values()].filter(({ length }) => length > 1).flat().length;

function moversVi(scoreboard: Scoreboard, changes: Changes | null): string {
  if (!changes) return `Về thay đổi thứ hạng: ${noPreviousVi}.`;
  const compared = changes.units.filter(({ rank_change }) => rank_change !== null);
  if (compared.length === 0) return `Không so sánh thứ hạng với ${againstPeriodVi(changes)}.`;
  const [up, down] = [compared.filter((one) => one.rank_change! > 0), compared.filter((one) => one.rank_change! < 0)];
  const counts = `${up.length} đơn vị tăng bậc, ${down.length} giảm bậc, ${compared.length - up.length - down.length} không đổi`;
  const most = [mostVi(up, 'tăng'), mostVi(down, 'giảm')].filter((text) => text !== '');
  const others = scoreboard.ranked_count - compared.length;
  const rest = others > 0 ? `; ${others} đơn vị không so sánh được` : '';
  return `So với ${againstPeriodVi(changes)}: ${[counts, ...most].join('; ')}${rest}.`;
}

function mostVi(units: UnitChange[], verb: string): string {
  if (units.length === 0) return '';
  const places = Math.max(...units.map(({ rank_change }) => Math.abs(rank_change!)));
  const most = units.filter(({ rank_change }) => Math.abs(rank_change!) === places);
  return `${verb} nhiều nhất: ${namesOf(most)} (${places} bậc)`;
}

function submittedVi(scoreboard: Scoreboard): string {
  const missing = missingUnits(scoreboard);
  if (scoreboard.derived_from !== null)
    return missing.length === 0
      ? 'Mọi đơn vị đều có giá trị tính lại từ các đơn vị trước sắp xếp.'
      : `Chưa có giá trị: ${namesOf(missing)}.`;
  const scored = scoredUnits(scoreboard).length;
  if (missing.length === 0) return `Cả ${scored} đơn vị đã nộp số liệu.`;
  return `${scored} trong ${scoreboard.unit_count} đơn vị đã nộp số liệu; chưa nộp: ${namesOf(missing)}.`;
}

function illustrativeSentenceVi({ framework, notice_vi }: Scoreboard): string {
  if (framework.illustrative)
    return 'Bộ chỉ số có phần minh họa, không phải phụ lục chính thức; kết quả trong báo cáo này là số liệu minh họa, không phải kết quả chính thức.';
  if (notice_vi !== undefined) return notice_vi;
  return 'Báo cáo không có số liệu minh họa.';
}
