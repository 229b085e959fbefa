import type { Workbook } from 'exceljs';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import { differenceOf } from '../../release/profile/group-figures.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type { IndicatorPoints } from '../../scoring/scores.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import type { ProfileSource } from './profile-source.ts';
import { type ProfileCell, writeProfileTable } from './profile-table.ts';
import { groupPointsVi, indicatorNotesVi, sheetsVi, stateCodes } from './profile-words.ts';

/** Points of every indicator that was assessed: declared, appraised, final, lost; reasons where the framework publishes them. */
export function addIndicatorsOfUnitSheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { source, inputs, group, nameOf, own } = profile;
  const reasons = new Map(own(unit.unit_id).appraisals.map(({ indicator, reason }) => [indicator, reason]));
  const hasReasons = inputs.framework.appraisal_reasons === 'published';
  const columns = columnsOf(profile.alone, hasReasons);
  const sheet = addReportSheet(workbook, source.scoreboard, {
    name: sheetsVi.indicators,
    title: `Điểm từng chỉ số thành phần của ${nameOf(unit)} ${periodVi(source.scoreboard)}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: [...indicatorNotesVi, ...(profile.alone ? [] : [groupPointsVi])].join(' '),
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
  writeProfileTable(sheet, { columns, rows, startRow: headerRow });
  sheet.views = [
    { state: 'frozen', xSplit: 2, ySplit: headerRow, topLeftCell: 'C7', activeCell: 'A1', zoomScale: 100 },
  ];
}

const columnsOf = (alone: boolean, hasReasons: boolean) => [
  { header: 'Số', width: 8 },
  { header: 'Chỉ số thành phần', width: hasReasons ? 32 : 44 },
  { header: 'Trạng thái', width: 8 },
  { header: 'Điểm tối đa', width: 9 },
  { header: 'Tự đánh giá', width: 11 },
  { header: 'Thẩm định', width: 11 },
  { header: 'Kết quả cuối cùng', width: 11 },
  { header: 'Điểm chưa đạt', width: 11 },
  ...(alone
    ? []
    : [
        { header: 'Trung vị nhóm', width: 10 },
        { header: 'Cao nhất nhóm', width: 10 },
      ]),
  ...(hasReasons ? [{ header: 'Lý do điều chỉnh điểm', width: 30 }] : []),
];

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
