import type { Workbook } from 'exceljs';
import type { MeasureKind } from '../../frameworks/framework.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { type ProfileCell, writeProfileTable } from '../profile/profile-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'Mã', width: 17 },
  { header: 'Tên', width: 29 },
  { header: 'Loại', width: 14 },
  { header: 'Điểm tối đa', width: 10 },
  { header: 'Trung bình', width: 10 },
  { header: 'Số đơn vị', width: 7 },
];

const kinds: Record<MeasureKind, string> = { total: 'Chỉ số chung', main_index: 'Chỉ số chính', pillar: 'Trụ cột' };

/** What was measured and out of how many points; the code is the column's name in the CSV and JSON files. */
export function addMeasuresSheet(workbook: Workbook, scoreboard: Scoreboard): void {
  const isPart = scoreboard.measures.some(({ max_points }) => max_points === null);
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Chỉ số',
    title: 'Các chỉ số được công bố',
    widths: columns.map(({ width }) => width),
    orientation: 'portrait',
    note:
      'Mã là tên cột trong các tệp scoreboard.csv và scoreboard.json. Điểm tối đa là tổng điểm được đánh giá trong đợt này; số đơn vị là số đơn vị trong giá trị trung bình.' +
      (isPart ? ' –: không đánh giá trong đợt này.' : ''),
  });
  const rows = scoreboard.measures.map((measure) => ({ cells: cellsOf(measure) }));
  writeProfileTable(sheet, { columns, rows, startRow: headerRow });
}

const none: ProfileCell = { kind: 'code', code: '–' };

const cellsOf = ({ measure, name_vi, kind, max_points, average, average_units }: ScoreboardMeasure): ProfileCell[] => [
  ...[measure, name_vi, kinds[kind]].map((text): ProfileCell => ({ kind: 'text', text })),
  max_points === null ? none : { kind: 'points', decimal: max_points },
  average === null ? none : { kind: 'value', decimal: average },
  { kind: 'rank', rank: average_units },
];
