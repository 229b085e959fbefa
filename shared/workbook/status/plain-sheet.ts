import type { Workbook, Worksheet } from 'exceljs';
import { type PlainTable, writePlainTable } from '../report/plain-table.ts';
import { countLines, headerRow, paperMargins, sum } from '../report/report-sheet.ts';
import { fonts, formats } from '../report/report-style.ts';

export interface PlainSheet {
  name: string;
  title: string;
  /** Below the title, one to a line: of what, when. */
  lines: string[];
  /** `counts`: whole numbers, written as such wherever a cell has one. */
  columns: (PlainTable['columns'][number] & { counts?: true })[];
  rows: string[][];
}

/** A landscape sheet with one table of texts, of a workbook that is no part of a release and so names none. */
export function addPlainSheet(workbook: Workbook, { name, title, lines, columns, rows }: PlainSheet): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'normal', zoomScale: 100, activeCell: 'A1' }] });
  const width = sum(columns.map((column) => column.width));
  sheet.columns = columns.map((column) => ({ width: column.width }));
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...{ horizontalCentered: true, margins: paperMargins },
  });
  sheet.headerFooter.oddHeader = '&C&"Times New Roman,Regular"&13&P';
  Object.assign(sheet.getCell(1, 1), { value: title, font: fonts.title });
  sheet.getRow(1).height = 22;
  const text = lines.join('\n');
  sheet.mergeCells(2, 1, 2, columns.length);
  const alignment = { wrapText: true, vertical: 'middle' } as const;
  Object.assign(sheet.getCell(2, 1), { value: text, font: fonts.note, alignment });
  sheet.getRow(2).height = 4 + 15 * countLines(text, width);
  writePlainTable(sheet, { columns, rows, startRow: headerRow });
  columns.forEach(({ counts }, column) => {
    if (counts) writeCounts(sheet, column + 1, rows.length);
  });
  sheet.views = [
    { state: 'frozen', ySplit: headerRow, topLeftCell: `A${headerRow + 1}`, activeCell: 'A1', zoomScale: 100 },
  ];
}

/** Sorted and summed as numbers; what stands for none stays a text. */
function writeCounts(sheet: Worksheet, column: number, rows: number): void {
  for (let row = headerRow + 1; row <= headerRow + rows; row += 1) {
    const cell = sheet.getCell(row, column);
    if (/^\d{1,15}$/.test(cell.text)) Object.assign(cell, { value: Number(cell.text), numFmt: formats.count });
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
  }
}
