import type { Worksheet } from 'exceljs';
import { breakPages } from '../report/break-pages.ts';
import { publishedNumber } from '../report/published-number.ts';
import { countLines } from '../report/report-sheet.ts';
import { boxed, fonts } from '../report/report-style.ts';
import type { CellContent } from '../report/score-columns.ts';
import { writeContent } from '../report/score-table.ts';
import { writeHeader } from '../report/table-header.ts';

/** What stands in a cell of a profile; points are shown without the zeros that only their scale adds. */
export type ProfileCell =
  | CellContent
  | { kind: 'points'; decimal: string }
  /** Points that would have been needed. */
  | { kind: 'more'; decimal: string }
  /** A change of points. */
  | { kind: 'signedPoints'; decimal: string };

export interface ProfileTable {
  columns: { header: string; width: number }[];
  rows: { cells: ProfileCell[]; strong?: boolean }[];
  startRow: number;
}

const signed = (of: string) => `[$-42A]+${of};[$-42A]"\u2212"${of};[$-42A]0`;

/** `36,5` of 36.5000; points added are always shown with their sign. */
const pointFormats = { points: '[$-42A]#,##0.####', more: signed('#,##0.0000'), signedPoints: signed('#,##0.####') };
/** A pattern with optional decimals leaves a bare comma behind a whole number. */
const wholeFormats = { ...pointFormats, points: '[$-42A]#,##0', signedPoints: signed('#,##0') };

/** A boxed table of figures, real numbers all, with a heading that repeats in print. Returns the row after it. */
export function writeProfileTable(sheet: Worksheet, { columns, rows, startRow }: ProfileTable): number {
  writeHeader(sheet, columns, startRow);
  for (const [index, { cells, strong }] of rows.entries()) {
    const row = startRow + 1 + index;
    cells.forEach((content, column) => {
      writeProfileCell(sheet, row, column + 1, content);
      if (strong) sheet.getCell(row, column + 1).font = fonts.strong;
    });
    const lines = cells.map((content, column) =>
      content.kind === 'text' ? countLines(content.text, (columns[column]!.width - 1.5) * 0.95) : 1,
    );
    sheet.getRow(row).height = 17 + 15 * (Math.max(...lines) - 1);
  }
  sheet.pageSetup.printTitlesRow = `${startRow}:${startRow}`;
  breakPages(sheet, startRow, startRow + rows.length);
  return startRow + rows.length + 1;
}

function writeProfileCell(sheet: Worksheet, row: number, column: number, content: ProfileCell): void {
  const cell = sheet.getCell(row, column);
  if (!('decimal' in content) || !(content.kind in pointFormats)) {
    writeContent(cell, content as CellContent);
    return;
  }
  const isWhole = /^-?\d+(\.0+)?$/.test(content.decimal);
  const kind = content.kind as keyof typeof pointFormats;
  Object.assign(cell, {
    value: publishedNumber(content.decimal),
    numFmt: (isWhole ? wholeFormats : pointFormats)[kind],
    ...{ font: fonts.body, border: boxed },
    alignment: { horizontal: 'right', vertical: 'middle', indent: 1 },
  });
}
