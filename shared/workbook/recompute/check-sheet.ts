import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { frameworkVi, noticesVi, releaseVi } from '../../release/scoreboard-words.ts';
import { countLines } from '../report/report-sheet.ts';
import { boxed, fonts } from '../report/report-style.ts';
import { differencesCell, setUpPages, writeCell, writeHead } from './grid-sheet.ts';
import { at, firstRow, type Layout } from './recompute-layout.ts';
import { codesVi, differencesVi, howVi, sheetsVi } from './recompute-words.ts';

const widths = [34, 44, 14];

/** First in the book; filled last, for it counts what the others hold. */
export function addCheckSheet(workbook: Workbook, { scoreboard }: Layout): Worksheet {
  const sheet = workbook.addWorksheet(sheetsVi.check, {
    views: [{ state: 'normal', zoomScale: 100, activeCell: 'A1' }],
  });
  sheet.columns = widths.map((width) => ({ width }));
  setUpPages(sheet, scoreboard);
  sheet.pageSetup.orientation = 'portrait';
  Object.assign(sheet.getCell('A1'), { value: 'Tính lại kết quả bằng công thức', font: fonts.title });
  const about = [
    `Đợt công bố ${releaseVi(scoreboard)} (${scoreboard.release}), số liệu đến ngày ${formatDate(scoreboard.closing_date)}.`,
    `${frameworkVi(scoreboard)}.`,
    ...noticesVi(scoreboard),
    ...howVi,
    codesVi,
  ];
  about.forEach((text, n) => {
    writeText(sheet, n + 2, text);
  });
  return sheet;
}

function writeText(sheet: Worksheet, row: number, text: string): void {
  sheet.mergeCells(row, 1, row, widths.length);
  Object.assign(sheet.getCell(row, 1), {
    value: text,
    font: fonts.body,
    alignment: { wrapText: true, vertical: 'middle' },
  });
  sheet.getRow(row).height = 4 + 16 * countLines(text, 84);
}

/** One line a sheet with formulas; above them the count of everything that is off. */
export function fillCheckSheet(sheet: Worksheet, workbook: Workbook, layout: Layout): void {
  const counted = workbook.worksheets.filter((one) => one.getCell(differencesCell).formula !== undefined);
  const head = sheet.rowCount + 2;
  Object.assign(sheet.getCell(head, 1), { value: differencesVi, font: fonts.title });
  const sum = `SUM(C${head + 2}:C${head + 1 + counted.length})`;
  writeCell(sheet, head, 3, { kind: 'formula', formula: sum, result: 0 });
  ['Trang tính', 'Cách tính', differencesVi].forEach((text, n) => {
    writeHead(sheet, head + 1, n + 1, text);
  });
  sheet.getRow(head + 1).height = 46;
  counted.forEach((one, n) => {
    const row = head + 2 + n;
    const link = { text: one.name, hyperlink: `#${at(one.name, 'A1')}` };
    Object.assign(sheet.getCell(row, 1), { value: link, font: fonts.body, border: boxed });
    Object.assign(sheet.getCell(row, 2), { value: countsVi(one, layout), font: fonts.body, border: boxed });
    writeCell(sheet, row, 3, { kind: 'formula', formula: at(one.name, differencesCell), result: 0 });
  });
}

/** How many cells are computed, and how many of them could not be. */
function countsVi(sheet: Worksheet, { units }: Layout): string {
  let formulas = 0;
  sheet.eachRow((row, number) => {
    if (number < firstRow) return;
    row.eachCell((cell) => {
      if (cell.formula !== undefined) formulas += 1;
    });
  });
  return `${formulas} công thức, ${units.length} đơn vị`;
}
