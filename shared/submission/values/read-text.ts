import type { CellValue } from '../cell-book.ts';
import { makeFinding, type Place } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from './cell-text.ts';
import { readCell } from './read-cell.ts';
import { shownDate } from './shown-date.ts';

export interface ReadText {
  /** Null: blank, or unreadable and found so. */
  text: string | null;
  findings: Finding[];
}

/** What was written in words: evidence, a note, a reason. */
export function readText(raw: CellValue | undefined, place: Place): ReadText {
  const { cell, findings } = readCell(raw, place);
  if (cell?.kind !== 'date') return { text: cell && cellText(cell), findings };
  const text = shownDate(cell);
  return { text, findings: text === null ? [...findings, makeFinding('NOT_DATE', place)] : findings };
}
