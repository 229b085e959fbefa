import type { CellBook } from '../cell-book.ts';
import { type LocatedTable, locateTable, type TableLayout, type TableLocation } from '../rows/locate-table.ts';
import { tableLimits } from '../rows/table-size.ts';
import { type ColumnCode, columnCodes, columnLabels, neededColumns, sheetNames } from './form-layout.ts';

export type FormLocation = TableLocation<ColumnCode>;

const layout: TableLayout<ColumnCode> = {
  sheet: sheetNames.data,
  codes: columnCodes,
  needed: neededColumns,
  labels: columnLabels,
  maxRows: tableLimits.rows,
};

/** Where the form's table stands in a workbook. */
export const locateForm = (book: CellBook): LocatedTable<ColumnCode> => locateTable(book, layout);
