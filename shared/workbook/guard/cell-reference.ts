import { limits } from './limits.ts';

export interface CellPlace {
  column: number;
  row: number;
}

export interface CellRange {
  from: CellPlace;
  to: CellPlace;
}

/** `D7` to column 4, row 7; null unless it is a legal place of a sheet. */
export function parseCellReference(text: string): CellPlace | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text) ?? [];
  if (!letters || !digits) return null;
  const row = parseRowNumber(digits);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return row === null || column > limits.column ? null : { column, row };
}

/** A whole number from 1 to the last row; null otherwise. */
export function parseRowNumber(text: string): number | null {
  return parseOrdinal(text, limits.row);
}

/** A whole number from 1 to the last column; null otherwise. */
export function parseColumnNumber(text: string): number | null {
  return parseOrdinal(text, limits.column);
}

/** `B2:C4`, or `B2` for a single cell; null unless both ends are legal and in order. */
export function parseRange(text: string): CellRange | null {
  const [first = '', last = first, rest] = text.split(':', 3);
  const from = parseCellReference(first);
  const to = parseCellReference(last);
  if (!from || !to || rest !== undefined) return null;
  return from.column <= to.column && from.row <= to.row ? { from, to } : null;
}

export function countCells({ from, to }: CellRange): number {
  return (to.column - from.column + 1) * (to.row - from.row + 1);
}

/** Row by row. The caller bounds the count first. */
export function* listCells({ from, to }: CellRange): Generator<CellPlace> {
  for (let row = from.row; row <= to.row; row += 1) {
    for (let column = from.column; column <= to.column; column += 1) yield { column, row };
  }
}

/** One number for one place, to look it up by. */
export function placeKey({ column, row }: CellPlace): number {
  return row * (limits.column + 1) + column;
}

/** The place of a `placeKey`. */
export function placeAt(key: number): CellPlace {
  const row = Math.floor(key / (limits.column + 1));
  return { row, column: key - row * (limits.column + 1) };
}

function parseOrdinal(text: string, last: number): number | null {
  if (!/^[1-9]\d{0,6}$/.test(text)) return null;
  const ordinal = Number.parseInt(text, 10);
  return ordinal <= last ? ordinal : null;
}
