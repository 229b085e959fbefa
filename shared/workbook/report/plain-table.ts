import type { Worksheet } from 'exceljs';
import { countLines } from './report-sheet.ts';
import { boxed, fonts } from './report-style.ts';
import { writeHeader } from './score-table.ts';

export interface PlainTable {
  columns: { header: string; width: number }[];
  rows: string[][];
  /** Of the header; the rows follow. */
  startRow: number;
}

/** A boxed table of texts, wrapped, with a heading that repeats in print. */
export function writePlainTable(sheet: Worksheet, { columns, rows, startRow }: PlainTable): void {
  writeHeader(sheet, columns, startRow);
  for (const [index, texts] of rows.entries()) {
    const row = startRow + 1 + index;
    for (const [column, text] of texts.entries()) {
      const alignment = { wrapText: true, vertical: 'middle', horizontal: 'left' } as const;
      Object.assign(sheet.getCell(row, column + 1), { value: text, font: fonts.body, border: boxed, alignment });
    }
    const lines = texts.map((text, column) => countLines(text, columns[column]!.width));
    sheet.getRow(row).height = 6 + 15.5 * Math.max(...lines);
  }
  sheet.pageSetup.printTitlesRow = `${startRow}:${startRow}`;
}
