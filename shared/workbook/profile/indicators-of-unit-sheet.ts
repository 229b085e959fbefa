import type { Workbook } from 'exceljs';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import { differenceOf } from '../../release/profile/group-figures.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { IndicatorPoints } from '../../scoring/scores.ts';
import { widthFor } from '../report/points-width.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import type { ProfileSource } from './profile-source.ts';
import { type ProfileCell, writeProfileTable } from './profile-table.ts';
import { groupPointsVi, indicatorNotesVi, notSubmittedVi, sheetsVi, stateCodes } from './profile-words.ts';

/** Points of every indicator that was assessed: declared, appraised, final, lost; reasons where the framework publishes them. */
export function addIndicatorsOfUnitSheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { source, inputs, group, nameOf, own } = profile;
  const reasons = new Map(own(unit.unit_id).appraisals.map(({ indicator, reason }) => [indicator, reason]));
  const hasReasons = inputs.framework.appraisal_reasons === 'published';
  const columns = columnsOf(profile, hasReasons);
  const isThere = group.points.has(unit.unit_id);
  const sheet = addReportSheet(workbook, source.scoreboard, {
    name: sheetsVi.indicators,
    title: `Điểm từng chỉ số thành phần của ${nameOf(unit)} ${periodVi(source.scoreboard)}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: (isThere ? [...indicatorNotesVi, ...(profile.alone ? [] : [groupPointsVi])] : [notSubmittedVi]).join(' '),
  });
  const numbers = indicatorNumbers(inputs.framework);
  const names = new Map(inputs.framework.indicators.map(({ indicator, name_vi }) => [indicator, name_vi]));
  const rows = (group.points.get(unit.unit_id) ?? []).map((row) => ({
    cells: [
      ...[text(numbers.get(row.indicator) ?? ''), text(names.get(row.indicator) ?? row.indicator)],
      ...cellsOf(row, profile),
      ...(hasReasons ? [text(reasons.get(row.indicator) ?? '')] : []),
    ],
  }));
  if (!isThere) return;
  writeProfileTable(sheet, { columns, rows, startRow: headerRow });
  sheet.views = [
    { state: 'frozen', xSplit: 2, ySplit: headerRow, topLeftCell: 'C7', activeCell: 'A1', zoomScale: 100 },
  ];
}

function columnsOf({ alone, inputs: { framework } }: ProfileSource, hasReasons: boolean) {
  const most = framework.indicators.map(({ max_points }) => Number(max_points)).reduce((a, b) => Math.max(a, b), 0);
  const width = Math.max(10.5, widthFor(`${most}`, framework.points_decimals));
  const points = (header: string) => ({ header, width });
  return [
    { header: 'Số', width: 7 },
    { header: 'Chỉ số thành phần', width: hasReasons ? 32 : 42 },
    { header: 'Trạng thái', width: 7.5 },
    ...['Điểm tối đa', 'Tự đánh giá', 'Thẩm định', 'Kết quả cuối cùng', 'Điểm chưa đạt'].map(points),
    ...(alone ? [] : ['Trung vị nhóm', 'Cao nhất nhóm'].map(points)),
    ...(hasReasons ? [{ header: 'Lý do điều chỉnh điểm', width: 30 }] : []),
  ];
}

const text = (value: string): ProfileCell => ({ kind: 'text', text: value });

function cellsOf(row: IndicatorPoints, { group, alone }: ProfileSource): ProfileCell[] {
  const figure = group.indicators.get(row.indicator);
  const left = stateCodes[row.state];
  const points = (decimal: string | null | undefined, missing: string): ProfileCell =>
    decimal == null ? { kind: 'code', code: missing } : { kind: 'points', decimal };
  return [
    { kind: 'code', code: left },
    points(row.points === null ? null : row.max_points, left),
    points(row.self_points, left),
    points(row.appraised_points, '–'),
    points(row.points, left),
    points(row.points === null ? null : differenceOf(row.max_points, row.points), left),
    ...(alone ? [] : [points(figure?.median, '–'), points(figure?.best, '–')]),
  ];
}
