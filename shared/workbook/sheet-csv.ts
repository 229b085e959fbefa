import { stringify } from 'csv-stringify/sync';
import type { CellBook } from '../submission/cell-book.ts';
import { cellText } from '../submission/values/cell-text.ts';

/**
 * The sheet of a name, or the first one, as CSV: a line for each row, so that what is said of a line is said of that row.
 * Null: a book without a sheet.
 */
export function sheetAsCsv({ sheets }: CellBook, name: string): string | null {
  const sheet = sheets.find((one) => one.name.toLowerCase() === name) ?? sheets[0];
  if (!sheet) return null;
  const rows = [...sheet.rows.values()];
  const [height, width] = [
    Math.max(0, ...rows.map(({ row }) => row)),
    Math.max(0, ...rows.flatMap(({ cells }) => [...cells.keys()])),
  ];
  const texts = Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => cellText(sheet.rows.get(i + 1)?.cells.get(j + 1))),
  );
  return stringify(texts);
}
