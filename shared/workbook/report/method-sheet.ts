import type { Workbook } from 'exceljs';
import { methodText } from '../../release/method-text.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'Nội dung', width: 17 },
  { header: 'Cách xác định', width: 66.5 },
];

export function addMethodSheet(workbook: Workbook, scoreboard: Scoreboard): void {
  const widths = columns.map(({ width }) => width);
  const title = 'Phương pháp tính';
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Phương pháp',
    title,
    widths,
    orientation: 'portrait',
    note: '',
  });
  writePlainTable(sheet, { columns, rows: methodText(scoreboard), startRow: headerRow });
}
