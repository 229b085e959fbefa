import { formatDecimal } from '../../format/format-decimal.ts';
import type { CellValue } from '../../submission/cell-book.ts';
import type { AskedInput } from '../../submission/figure.ts';
import { noPlace } from '../../submission/finding.ts';
import { isMark, parseMark } from '../../submission/marks/mark.ts';
import type { Finding } from '../../submission/submission.ts';
import { cellText } from '../../submission/values/cell-text.ts';
import { canonicalDecimal } from '../../submission/values/decimal-text.ts';
import { readNumber } from '../../submission/values/read-number.ts';
import { readText } from '../../submission/values/read-text.ts';
import { shownDate } from '../../submission/values/shown-date.ts';
import { withoutUnwritable } from '../writable-text.ts';

/** Fields that the officer fills in, and an answer hands back. */
export const openFields = ['value', 'evidence', 'note'] as const;
export type OpenField = (typeof openFields)[number];

/** What is handed back. A text that looks like a number stays text: made a number, `1.234` would lose its two readings. */
export interface SentCell {
  text: string;
  isNumber: boolean;
}

export const nothingSent: SentCell = { text: '', isNumber: false };

/**
 * A cell as it can stand in the answer: it must be read there exactly as what was sent was read, with the same errors.
 * Null where no such cell can be written: a formula that looks outside, an error, a date among figures.
 */
export function clearCell(cell: CellValue | undefined, field: OpenField, asked: AskedInput): SentCell | null {
  if (isMark(cell)) return null;
  const sent = writtenAs(cell);
  return readingOf(cell, field, asked) === readingOf(asCell(sent), field, asked) ? sent : null;
}

function writtenAs(cell: CellValue | undefined): SentCell {
  const shown = cell?.kind === 'formula' ? (cell.cached ?? undefined) : cell;
  if (shown?.kind === 'number') return { text: canonicalDecimal(shown.text), isNumber: true };
  // As the text that it showed, so that nothing makes a number of it.
  const text = shown?.kind === 'date' ? shownDate(shown) : cellText(shown);
  return { text: withoutUnwritable(text ?? ''), isNumber: false };
}

const asCell = ({ text, isNumber }: SentCell): CellValue | undefined =>
  text === '' ? undefined : isNumber ? { kind: 'number', text } : { kind: 'text', text, rich: false };

/** What the reader makes of a cell, as one text. Warnings are left out: a formula that was told of comes back as its value. */
function readingOf(cell: CellValue | undefined, field: OpenField, { indicator, input }: AskedInput): string {
  const errorsOf = (findings: readonly Finding[]) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, value, message_vi }) => [rule, value, message_vi]);
  if (field !== 'value') {
    const { text, findings } = readText(cell, noPlace);
    return JSON.stringify([text, errorsOf(findings)]);
  }
  const { value, blank, findings } = readNumber(cell, { indicator, input, place: noPlace, notation: 'form' });
  return JSON.stringify([value, blank, errorsOf(findings)]);
}

/** What a mark says of a cell that cannot be handed back. */
export function aboutCell(cell: CellValue | undefined): string {
  const before = parseMark(cellText(cell));
  if (before) return before.about;
  const { text } = writtenAs(cell);
  return text === '' ? 'Không đọc được nội dung đã gửi.' : `Đã gửi: ${shortly(text)}`;
}

/** What a cell showed, for a mark: a number with its decimal comma. */
export const shownText = (cell: CellValue | undefined): string =>
  cell?.kind === 'number' ? formatDecimal(canonicalDecimal(cell.text)) : shortly(cellText(cell));

const shownLength = 80;

/** A mark is read in a narrow cell. */
export const shortly = (text: string): string =>
  text.length > shownLength ? `${text.slice(0, shownLength - 1).toWellFormed()}…` : text;
