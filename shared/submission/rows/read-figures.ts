import type { AskedInput, Figure, MatchedRow, Notation } from '../figure.ts';
import { makeFinding, type Place, shorten } from '../finding.ts';
import { isMark } from '../marks/mark.ts';
import type { Finding } from '../submission.ts';
import { cellText, isBlank } from '../values/cell-text.ts';
import { type ReadNumber, readNumber } from '../values/read-number.ts';
import { readText } from '../values/read-text.ts';
import type { MatchedRows } from './match-rows.ts';
import { readEvidence } from './read-evidence.ts';

export interface ReadFigures {
  figures: Figure[];
  findings: Finding[];
}

export interface ReadContext {
  notation: Notation;
  /** Where a missing row is told. */
  missingAt: Place;
}

/** Turns matched rows into typed figures, and after them those without a row into blank ones. */
export function readFigures(
  { matched, absent, findings }: MatchedRows,
  { notation, missingAt }: ReadContext,
): ReadFigures {
  const read = matched.map((row) => readFigure(row, notation));
  return {
    figures: [...read.map(({ figure }) => figure), ...absent.map((input) => absentFigure(input, missingAt))],
    findings: [...findings, ...read.flatMap((row) => row.findings)],
  };
}

const absentFigure = (input: AskedInput, missingAt: Place): Figure => ({
  ...input,
  value: null,
  blank: true,
  evidence: null,
  note: null,
  place: () => missingAt,
  absent: true,
});

/** “Không có” says that there is no figure. */
const isUnread = ({ value, blank, findings }: ReadNumber): boolean =>
  value === null && !blank && !findings.some(({ rule }) => rule === 'FIGURE_IN_WORDS');

const openFields = ['value', 'evidence', 'note'] as const;

function readFigure({ indicator, input, row }: MatchedRow, notation: Notation) {
  const place = row.place('value');
  const number = readNumber(row.cells.value, { indicator, input, place, notation });
  const evidence = readEvidence(row);
  const note = readText(row.cells.note, row.place('note'));
  const hidden =
    row.hidden && !isBlank(row.cells.value) ? [makeFinding('ROW_HIDDEN', place, { at_row: `${row.row}` })] : [];
  const figure: Figure = {
    indicator,
    input,
    value: number.value,
    blank: number.blank,
    evidence: evidence.text,
    ...(evidence.records.length > 0 ? { evidence_records: evidence.records } : {}),
    note: note.text,
    place: row.place,
    ...(isBlank(row.cells.value) ? {} : { raw: shorten(cellText(row.cells.value)) }),
    ...(row.taken ? { taken: row.taken } : {}),
    ...(isUnread(number) ? { unread: true } : {}),
    ...(openFields.some((field) => isMark(row.cells[field])) ? { marked: true } : {}),
  };
  return { figure, findings: [...hidden, ...number.findings, ...evidence.findings, ...note.findings] };
}
