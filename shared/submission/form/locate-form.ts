import type { CellBook, CellRow, CellSheet } from '../../workbook/cell-book.ts';
import { cellAddress } from '../../workbook/cell-book.ts';
import { makeFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { type ColumnCode, codeRowLimit, columnCodes, columnLabels, neededColumns, sheetNames } from './form-layout.ts';

/** Where the form's table stands in a workbook, wherever rows and columns were moved. */
export interface FormLocation {
  sheet: CellSheet;
  codeRow: number;
  /** Column number by code. */
  columns: ReadonlyMap<ColumnCode, number>;
}

export interface LocatedForm {
  /** Null when there is no code row or a needed column is not certain. */
  location: FormLocation | null;
  findings: Finding[];
}

export function locateForm(book: CellBook): LocatedForm {
  const headers = findHeaders(book);
  const [header, other] = headers;
  if (!header) return fail('HEADER_MISSING', namedSheet(book)?.name ?? null);
  if (other) return fail('SHEET_DUPLICATE', other.sheet.name, { other_sheet: header.sheet.name });
  const { sheet, row } = header;
  const { columns, findings } = readCodes(sheet, row);
  const missing = neededColumns
    .filter((code) => !columns.has(code))
    .map((column) => makeFinding('COLUMN_MISSING', onSheet(sheet.name), { column, label: columnLabels[column] }));
  const all = [...findings, ...missing];
  const isCertain = all.every((finding) => finding.severity !== 'error');
  return { location: isCertain ? { sheet, codeRow: row.row, columns } : null, findings: all };
}

const fail = (rule: string, sheet: string | null, params: Record<string, string> = {}): LocatedForm => ({
  location: null,
  findings: [makeFinding(rule, onSheet(sheet), params)],
});

const onSheet = (sheet: string | null): Place => ({ sheet, cell: null, row: null, field: null });

const namedSheet = (book: CellBook) => book.sheets.find((sheet) => sheet.name.normalize('NFC') === sheetNames.data);

interface Header {
  sheet: CellSheet;
  row: CellRow;
}

/** In the sheet of the right name; only where there is none, should it have been renamed, in any sheet. */
function findHeaders(book: CellBook): Header[] {
  const named = namedSheet(book);
  return (named ? [named] : book.sheets).flatMap((sheet) => {
    const row = findCodeRow(sheet);
    return row ? [{ sheet, row }] : [];
  });
}

/** Three codes make a code row: one or two words like `note` may stand anywhere. */
const enoughCodes = 3;

function findCodeRow(sheet: CellSheet): CellRow | null {
  for (const row of sheet.rows.values()) {
    if (row.row > codeRowLimit) return null;
    const codes = [...row.cells.values()].filter((cell) => isCode(cellText(cell)));
    if (codes.length >= enoughCodes) return row;
  }
  return null;
}

const isCode = (text: string): text is ColumnCode => (columnCodes as readonly string[]).includes(text);

function readCodes(sheet: CellSheet, row: CellRow) {
  const columns = new Map<ColumnCode, number>();
  const findings: Finding[] = [];
  for (const [column, cell] of row.cells) {
    const text = cellText(cell);
    const place: Place = { sheet: sheet.name, cell: cellAddress(column, row.row), row: null, field: null };
    if (text === '') continue;
    if (!isCode(text)) findings.push(makeFinding('COLUMN_UNKNOWN', place, {}, text));
    else if (!columns.has(text)) columns.set(text, column);
    else if (isNeeded(text)) findings.push(makeFinding('COLUMN_DUPLICATE', place, { column: text }));
  }
  return { columns, findings };
}

const isNeeded = (code: ColumnCode) => (neededColumns as readonly ColumnCode[]).includes(code);
