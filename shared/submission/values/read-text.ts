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
  if (cell?.kind !== 'date') {
    const text = cell && cellText(cell);
    return { text, findings: [...findings, ...findLong(text ?? '', place)] };
  }
  const text = shownDate(cell);
  return { text, findings: text === null ? [...findings, makeFinding('NOT_DATE', place)] : findings };
}

/** More than a page of print; a cell shows no more of it, and nobody reads it there. */
const longTextLength = 2_000;

function findLong(text: string, place: Place): Finding[] {
  if (text.length <= longTextLength) return [];
  const counts = { found: `${text.length}`, max: `${longTextLength}` };
  return [makeFinding('TEXT_LONG', place, counts, text)];
}
