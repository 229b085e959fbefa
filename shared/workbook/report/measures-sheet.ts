import type { Workbook } from 'exceljs';
import { formatDecimal, formatPoints } from '../../format/format-decimal.ts';
import type { MeasureKind } from '../../frameworks/framework.ts';
import type { Scoreboard, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import { writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'Mã', width: 17 },
  { header: 'Tên', width: 28.5 },
  { header: 'Loại', width: 13 },
  { header: 'Điểm tối đa', width: 10 },
  { header: 'Trung bình', width: 10 },
  { header: 'Số đơn vị', width: 8 },
];

const kinds: Record<MeasureKind, string> = { total: 'Chỉ số chung', main_index: 'Chỉ số chính', pillar: 'Trụ cột' };

/** What was measured and out of how many points; the code is the column's name in the CSV and JSON files. */
export function addMeasuresSheet(workbook: Workbook, scoreboard: Scoreboard): void {
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Chỉ số',
    title: 'Các chỉ số được công bố',
    widths: columns.map(({ width }) => width),
    orientation: 'portrait',
    note: 'Mã là tên cột trong các tệp scoreboard.csv và scoreboard.json. Điểm tối đa là tổng điểm được đánh giá trong đợt này; số đơn vị là số đơn vị trong giá trị trung bình.',
  });
  writePlainTable(sheet, { columns, rows: scoreboard.measures.map(measureRow), startRow: headerRow });
}

function measureRow({ measure, name_vi, kind, max_points, average, average_units }: ScoreboardMeasure): string[] {
  const points = max_points === null ? 'không đánh giá' : formatPoints(max_points);
  return [measure, name_vi, kinds[kind], points, average === null ? '–' : formatDecimal(average), `${average_units}`];
}
