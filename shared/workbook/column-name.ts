import { cellAddress } from '../submission/cell-book.ts';

/** `D` for column 4. */
export const columnName = (column: number): string => cellAddress(column, 1).slice(0, -1);
