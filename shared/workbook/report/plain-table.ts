import type { Worksheet } from 'exceljs';
import { countLines, highestRow } from '../template/text-height.ts';
import { breakPages } from './break-pages.ts';
import { boxed, fonts } from './report-style.ts';
import { writeHeader } from './table-header.ts';

export interface PlainTable {
  /** `digest`: 64 hex digits, set smaller; they break anywhere, having no space. */
  columns: { header: string; width: number; font?: 'digest' }[];
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
      Object.assign(sheet.getCell(row, column + 1), {
        value: text,
        font: fonts[columns[column]!.font ?? 'body'],
        border: boxed,
        alignment,
      });
    }
    const lines = texts.map((text, column) =>
      columns[column]!.font === 'digest'
        ? Math.ceil(text.length / (columns[column]!.width * 1.05))
        : countLines({ text, width: columns[column]!.width, indent: 0 }),
    );
    sheet.getRow(row).height = Math.min(3 + 15 * Math.max(...lines), highestRow);
  }
  sheet.pageSetup.printTitlesRow = `${startRow}:${startRow}`;
  breakPages(sheet, startRow, startRow + rows.length);
}
