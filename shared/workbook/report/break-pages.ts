import type { Worksheet } from 'exceljs';
import { placeBreaks } from './page-break.ts';
import { pageCharacters, sum } from './report-sheet.ts';

/** Printed height of A4 within the margins, in points; some is kept back because printers round. */
const pageHeight = { landscape: 478, portrait: 722 };

/** On a page at least: fewer look forgotten. */
const leastRows = 6;

/** Breaks a table below its header row, which repeats, so that no page ends up with a forgotten row. */
export function breakPages(sheet: Worksheet, headerRow: number, lastRow: number): void {
  const orientation = sheet.pageSetup.orientation ?? 'portrait';
  const heights = sheet.getRows(1, lastRow)!.map(({ height }) => height ?? sheet.properties.defaultRowHeight);
  const width = sum(sheet.columns.map((column) => column.width ?? 0));
  const { fitToPage, scale = 100 } = sheet.pageSetup;
  // Pages side by side share the width, and are drawn smaller by the less.
  const across = sheet.pageSetup.fitToWidth || 1;
  const shrunk = fitToPage ? Math.max(1, width / across / pageCharacters[orientation]) : 100 / scale;
  const page = pageHeight[orientation] * shrunk;
  const [head, body] = [heights.slice(0, headerRow), heights.slice(headerRow)];
  // Notes too long for the page of the title take the table along: its heading would stand alone below them.
  const isTall = sum([...head, ...body.slice(0, 1)]) > page;
  if (isTall) sheet.getRow(headerRow - 2).addPageBreak();
  const above = isTall ? head.slice(-2) : head;
  const room = { firstPage: page - sum(above), nextPages: page - head.at(-1)!, leastRows };
  for (const before of placeBreaks(body, room)) sheet.getRow(headerRow + before).addPageBreak();
}
