import type { Worksheet } from 'exceljs';
import { countLines } from './report-sheet.ts';
import { boxed, fills, fonts } from './report-style.ts';

/** Each header cell has its own fill: LibreOffice draws no table style. */
export function writeHeader(sheet: Worksheet, columns: { header: string; width: number }[], row: number): void {
  for (const [index, { header }] of columns.entries()) {
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
    Object.assign(sheet.getCell(row, index + 1), {
      value: header,
      font: fonts.header,
      fill: fills.header,
      border: boxed,
      alignment,
    });
  }
  sheet.getRow(row).height =
    6 + 14.5 * Math.max(...columns.map(({ header, width }) => countLines(header, width * 0.95)));
}
