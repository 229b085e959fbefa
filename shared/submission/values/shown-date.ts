import { formatDate } from '../../format/format-date.ts';
import type { CellValue } from '../cell-book.ts';

/**
 * The day as its cell shows it; null before 2000. A number typed into a cell that shows dates becomes a day around 1900, a
 * time of day the year 1899; there spreadsheet programs differ by a day, for Excel's 1900 has a 29 February.
 */
export const shownDate = ({ iso }: Extract<CellValue, { kind: 'date' }>): string | null =>
  iso < '2000-01-01' ? null : formatDate(iso);
