import type { Workbook } from 'exceljs';
import { missingUnits } from '../../release/read-scoreboard.ts';
import { periodVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { writePlainTable } from './plain-table.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';

const columns = [
  { header: 'STT', width: 7 },
  { header: 'Mã đơn vị', width: 16 },
  { header: 'Đơn vị', width: 38 },
  { header: 'Tình trạng', width: 22.5 },
];

/** Only when somebody is missing: an empty list would read like a fault. */
export function addMissingSheet(workbook: Workbook, scoreboard: Scoreboard): void {
  const missing = missingUnits(scoreboard);
  if (missing.length === 0) return;
  const sheet = addReportSheet(workbook, scoreboard, {
    name: 'Chưa nộp',
    title: `Đơn vị chưa nộp số liệu ${periodVi(scoreboard)}`,
    widths: columns.map(({ width }) => width),
    orientation: 'portrait',
    note: 'Các đơn vị này không có giá trị và không có thứ hạng; giá trị trung bình không tính các đơn vị này.',
  });
  const rows = missing.map((unit, index) => [`${index + 1}`, unit.unit_id, unitLabel(unit), 'Chưa nộp số liệu']);
  writePlainTable(sheet, { columns, rows, startRow: headerRow });
}
