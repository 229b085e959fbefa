import type { Workbook } from 'exceljs';
import { againstPeriodVi, againstVi } from '../../release/changes/changes-words.ts';
import { type IndicatorChange, type PointsThen, sumOfChanges } from '../../release/profile/indicator-changes.ts';
import { causesOfChangeVi } from '../../release/profile/indicator-changes-words.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { addReportSheet, headerRow } from '../report/report-sheet.ts';
import type { ChangedIndicators, ProfileSource } from './profile-source.ts';
import { type ProfileCell, type ProfileTable, writeProfileTable } from './profile-table.ts';
import { changesNotesVi, notBothVi, nothingChangedVi, sheetsVi, stateCodes } from './profile-words.ts';

/** Which indicators gave other points than in the release that this one is compared with, and why. None without one. */
export function addChangesOfUnitSheet(workbook: Workbook, profile: ProfileSource, unit: ScoreboardUnit): void {
  const { source, indicatorChanges, nameOf } = profile;
  const { scoreboard, changes } = source;
  if (!changes || !indicatorChanges) return;
  const rows = indicatorChanges.of(unit.unit_id);
  const against = againstPeriodVi(changes);
  const columns = changeColumns(against, periodVi(scoreboard));
  const told = rows === null ? [notBothVi] : rows.length === 0 ? [nothingChangedVi] : changesNotesVi.own;
  const sheet = addReportSheet(workbook, scoreboard, {
    name: sheetsVi.changes,
    title: `Thay đổi từng chỉ số thành phần của ${nameOf(unit)} ${periodVi(scoreboard)} so với ${against}`,
    widths: columns.map(({ width }) => width),
    orientation: 'landscape',
    note: [againstVi(changes), ...told].join(' '),
  });
  if (!rows || rows.length === 0) return;
  writeProfileTable(sheet, {
    columns,
    rows: [...rows.map((row) => ({ cells: changeCells(row, indicatorChanges) })), totalRow(rows)],
    startRow: headerRow,
  });
  sheet.views = [
    { state: 'frozen', xSplit: 2, ySplit: headerRow, topLeftCell: 'C7', activeCell: 'A1', zoomScale: 100 },
  ];
}

export const changeColumns = (before: string, after: string): ProfileTable['columns'] => [
  { header: 'Số', width: 7 },
  { header: 'Chỉ số thành phần', width: 40 },
  { header: `Điểm ${before}`, width: 11 },
  { header: `Điểm ${after}`, width: 11 },
  { header: 'Thay đổi điểm', width: 11 },
  { header: 'Nguyên nhân', width: 50 },
];

/** Number and name, points then and now, their change, and each cause that the release knows. */
export function changeCells(
  change: IndicatorChange,
  { indicators, numbers }: Omit<ChangedIndicators, 'of'>,
): ProfileCell[] {
  const indicator = indicators.get(change.indicator)!;
  return [
    { kind: 'text', text: numbers.get(change.indicator) ?? '–' },
    { kind: 'text', text: indicator.name_vi },
    pointsCell(change.before),
    pointsCell(change.after),
    { kind: 'morePoints', decimal: change.change },
    { kind: 'text', text: causesOfChangeVi(change, indicator) || '–' },
  ];
}

function pointsCell(side: PointsThen): ProfileCell {
  if (side === null) return { kind: 'code', code: '–' };
  return side.points === null
    ? { kind: 'code', code: stateCodes[side.state] }
    : { kind: 'points', decimal: side.points };
}

const nothing: ProfileCell = { kind: 'text', text: '' };

const totalRow = (rows: IndicatorChange[]): ProfileTable['rows'][number] => ({
  cells: [
    ...[nothing, { kind: 'text', text: 'Tổng thay đổi điểm' } as const, nothing, nothing],
    { kind: 'morePoints', decimal: sumOfChanges(rows) },
    nothing,
  ],
  strong: true,
});
