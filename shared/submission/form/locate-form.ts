import type { CellBook } from '../cell-book.ts';
import {
  findHeaders,
  type LocatedTable,
  locateTable,
  type TableLayout,
  type TableLocation,
} from '../rows/locate-table.ts';
import { tableLimits } from '../rows/table-size.ts';
import { cellText } from '../values/cell-text.ts';
import { isSameCode } from '../values/fold-code.ts';
import { type ColumnCode, columnCodes, columnLabels, neededColumns, sheetNames } from './form-layout.ts';
import { type Version1Code, version1Codes, version1Labels, version1Needed } from './form-version-1.ts';

export type FormCode = ColumnCode | Version1Code;
export type FormLocation = TableLocation<FormCode>;

const common = { sheet: sheetNames.data, maxRows: tableLimits.rows };

const current: TableLayout<FormCode> = {
  ...common,
  codes: columnCodes,
  needed: neededColumns,
  labels: { ...version1Labels, ...columnLabels },
};

const version1: TableLayout<FormCode> = {
  ...common,
  codes: version1Codes,
  needed: version1Needed,
  labels: { ...columnLabels, ...version1Labels },
};

/** Where the form's table stands in a workbook. */
export function locateForm(book: CellBook): LocatedTable<FormCode> {
  return locateTable(book, isVersion1(book) ? version1 : current);
}

/**
 * Told by the codes alone, for a spoiled identity says no version: an older form has the code of the indicator or of the
 * input in a column of its own, and none that holds both.
 */
function isVersion1(book: CellBook): boolean {
  const named = book.sheets.find((sheet) => sheet.name.normalize('NFC') === sheetNames.data);
  const [header] = findHeaders(named ? [named] : book.sheets, version1);
  const texts = [...(header?.row.cells.values() ?? [])].map(cellText);
  const holds = (code: FormCode) => texts.some((text) => isSameCode(code, text));
  return !holds('key') && (holds('indicator') || holds('input'));
}
