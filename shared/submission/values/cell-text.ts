import type { CellValue } from '../cell-book.ts';
import { cleanText } from './clean-text.ts';

/** What a cell shows, as clean text; empty where nothing stands. A formula shows what was saved with it. */
export function cellText(cell: CellValue | undefined | null): string {
  if (!cell) return '';
  switch (cell.kind) {
    case 'number':
      return cell.text;
    case 'text':
      return cleanText(cell.text).text;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
      return cell.iso;
    case 'error':
      return cell.code;
    case 'formula':
      return cellText(cell.cached);
  }
}

/** Nothing that anyone would call content. A formula is content even without a saved value. */
export const isBlank = (cell: CellValue | undefined): boolean => cell?.kind !== 'formula' && cellText(cell) === '';
