import type { CellBook } from '../cell-book.ts';
import type { MatchedRow } from '../figure.ts';
import { makeFinding } from '../finding.ts';
import type { OpenPoint } from '../marks/open-points.ts';
import { repeatPoints } from '../marks/standing-points.ts';
import { type MatchContext, matchRows } from '../rows/match-rows.ts';
import { type ReadFigures, readFigures } from '../rows/read-figures.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { textBounds } from '../values/text-bounds.ts';
import { mergedCells, tableRows } from './form-table.ts';
import { locateForm } from './locate-form.ts';

export interface FormContext extends MatchContext {
  /** What the form repeats where it is an answer that was handed back. */
  points?: readonly OpenPoint[];
}

const filledFields = ['value', 'evidence', 'note'] as const;

/** Of more than an answer could show again nothing is read, as of a file that the guard does not let in. */
function findExcess(rows: readonly MatchedRow[]): Finding | null {
  const texts = rows.flatMap(({ row }) =>
    filledFields
      .filter((field) => field !== 'evidence' || !row.sharesEvidence)
      .map((field) => ({ length: cellText(row.cells[field]).length, place: row.place(field) })),
  );
  const total = texts.reduce((sum, { length }) => sum + length, 0);
  if (total <= textBounds.filledTotal) return null;
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one));
  const params = { max: `${textBounds.filledTotal}`, found: `${longest.length}` };
  return makeFinding('TEXT_TOTAL_TOO_LONG', longest.place, params);
}

/** Figures of a form: columns by code, rows by key, each with the cell it came from. Identity is read apart. */
export function readForm(book: CellBook, { framework, asked, points = [] }: FormContext): ReadFigures {
  const { location, findings } = locateForm(book);
  if (!location) return { figures: [], findings };
  const repeated = repeatPoints(location.sheet, points);
  if (repeated.isWhole) return { figures: [], findings: [...findings, ...repeated.findings] };
  const missingAt = { sheet: location.sheet.name, cell: null, row: null, field: null };
  const rows = matchRows(tableRows(location), { framework, asked });
  const excess = findExcess(rows.matched);
  if (excess !== null) return { figures: [], findings: [...findings, excess] };
  const read = readFigures(rows, { notation: 'form', missingAt });
  // Marks are told from the whole sheet, for some stand beside the table.
  const told = read.findings.filter(({ rule }) => rule !== 'MARK_LEFT');
  return { figures: read.figures, findings: [...findings, ...mergedCells(location), ...repeated.findings, ...told] };
}
