import type { CellBook, CellRow, CellSheet } from '../cell-book.ts';
import { cellAddress } from '../cell-book.ts';
import { makeFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { isSameCode } from '../values/fold-code.ts';
import { checkTableSize, tableLimits } from './table-size.ts';

/** What the writer and the reader of a table agree on; columns are found by the codes of a code row. */
export interface TableLayout<Code extends string> {
  sheet: string;
  codes: readonly Code[];
  /** Without these the table cannot be read. */
  needed: readonly Code[];
  labels: Record<Code, string>;
  maxRows: number;
}

/** Where a table of ours stands in a workbook, wherever rows and columns were moved. */
export interface TableLocation<Code extends string> {
  sheet: CellSheet;
  codeRow: number;
  /** Column number by code. */
  columns: ReadonlyMap<Code, number>;
}

export interface LocatedTable<Code extends string> {
  /** Null when there is no code row or a needed column is not certain. */
  location: TableLocation<Code> | null;
  /** The same with those columns only that are certain; null where even the sheet is not. For handing back, not for judging. */
  certain: TableLocation<Code> | null;
  findings: Finding[];
}

/** The code row is looked for in the first rows only, wherever rows were inserted above it. */
const codeRowLimit = 30;

export function locateTable<Code extends string>(book: CellBook, layout: TableLayout<Code>): LocatedTable<Code> {
  const named = book.sheets.find((sheet) => sheet.name.normalize('NFC') === layout.sheet);
  const [header, other] = findHeaders(named ? [named] : book.sheets, layout);
  if (!header) return fail('HEADER_MISSING', named?.name ?? null);
  if (other) return fail('SHEET_DUPLICATE', other.sheet.name, { other_sheet: header.sheet.name });
  const { sheet, row } = header;
  const oversize = checkSize(header, layout.maxRows);
  if (oversize.length > 0) return { location: null, certain: null, findings: oversize };
  const { columns, doubtful, findings } = readCodes(sheet, row, layout);
  const missing = layout.needed
    .filter((code) => !columns.has(code))
    .map((column) => makeFinding('COLUMN_MISSING', onSheet(sheet.name), { column, label: layout.labels[column] }));
  const all = [...findings, ...missing, ...passedOver(book, sheet, layout)];
  const isCertain = all.every((finding) => finding.severity !== 'error');
  const found = { sheet, codeRow: row.row, columns };
  const certain = { ...found, columns: new Map([...columns].filter(([code]) => !doubtful.has(code))) };
  return { location: isCertain ? found : null, certain, findings: all };
}

const fail = (rule: string, sheet: string | null, params: Record<string, string> = {}): LocatedTable<never> => ({
  location: null,
  certain: null,
  findings: [makeFinding(rule, onSheet(sheet), params)],
});

const onSheet = (sheet: string | null): Place => ({ sheet, cell: null, row: null, field: null });

/** The sheet of the right name is the one; whoever filled in a copy of it must not believe that the copy was read. */
function passedOver<Code extends string>(book: CellBook, read: CellSheet, layout: TableLayout<Code>): Finding[] {
  const others = findHeaders(
    book.sheets.filter((sheet) => sheet !== read),
    layout,
  );
  return others.map(({ sheet }) => makeFinding('SHEET_NOT_READ', onSheet(sheet.name), { read_sheet: read.name }));
}

/** Only what holds something counts: formats below the table are nobody's rows. */
function checkSize({ sheet, row }: Header, maxRows: number): Finding[] {
  const rows = [...sheet.rows.keys()].filter((number) => number > row.row).length;
  const place = onSheet(sheet.name);
  return [...checkTableSize(rows, maxRows, place), ...checkTableSize(row.cells.size, tableLimits.columns, place)];
}

export interface Header {
  sheet: CellSheet;
  row: CellRow;
}

/** `sheets`: the one of the right name; where there is none, should it have been renamed, all. */
export function findHeaders<Code extends string>(sheets: CellSheet[], { codes }: TableLayout<Code>): Header[] {
  return sheets.flatMap((sheet) => {
    const row = findCodeRow(sheet, codes);
    return row ? [{ sheet, row }] : [];
  });
}

/** Three codes make a code row: one or two words like `note` may stand anywhere. */
const enoughCodes = 3;

function findCodeRow(sheet: CellSheet, known: readonly string[]): CellRow | null {
  for (const row of sheet.rows.values()) {
    if (row.row > codeRowLimit) return null;
    const codes = [...row.cells.values()].filter((cell) => known.some((code) => isSameCode(code, cellText(cell))));
    if (codes.length >= enoughCodes) return row;
  }
  return null;
}

function readCodes<Code extends string>(sheet: CellSheet, row: CellRow, { codes, needed }: TableLayout<Code>) {
  const columns = new Map<Code, number>();
  const doubtful = new Set<Code>();
  const findings: Finding[] = [];
  for (const [column, cell] of row.cells) {
    const text = cellText(cell);
    const place: Place = { sheet: sheet.name, cell: cellAddress(column, row.row), row: null, field: null };
    if (text === '') continue;
    const code = codes.find((known) => isSameCode(known, text));
    if (code === undefined) findings.push(makeFinding('COLUMN_UNKNOWN', place, {}, text));
    else if (!columns.has(code)) columns.set(code, column);
    else if (needed.includes(code)) {
      doubtful.add(code);
      findings.push(makeFinding('COLUMN_DUPLICATE', place, { column: text }));
    }
  }
  return { columns, doubtful, findings };
}
