import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import type { CellBook, CellValue } from '../../submission/cell-book.ts';
import { evidenceText } from '../../submission/evidence/evidence-of-cell.ts';
import type { DeclaredField, DeclaredRow, MatchedRow } from '../../submission/figure.ts';
import type { Place } from '../../submission/finding.ts';
import { type FormSpec, inputKey } from '../../submission/form/form-spec.ts';
import { tableRows } from '../../submission/form/form-table.ts';
import { locateForm } from '../../submission/form/locate-form.ts';
import { matchRows } from '../../submission/rows/match-rows.ts';
import { linkOf } from '../../submission/rows/read-evidence.ts';
import { cellText } from '../../submission/values/cell-text.ts';
import { canonicalDecimal } from '../../submission/values/decimal-text.ts';
import { shownDate } from '../../submission/values/shown-date.ts';
import { writableText } from '../writable-text.ts';

/** Fields that the officer fills in, and an answer hands back. */
export const openFields = ['value', 'evidence', 'note'] as const satisfies DeclaredField[];
export type OpenField = (typeof openFields)[number];

/** Where a cell of the uploaded workbook stands in a form of ours. */
export interface FormTarget {
  key: string;
  field: OpenField;
}

/** What is handed back. A text that looks like a number stays text: made a number, `1.234` would lose its two readings. */
export interface SentCell {
  text: string;
  isNumber: boolean;
}

export interface DeclaredCells {
  /** Cells as sent, by input key. */
  sent: Map<string, Record<OpenField, SentCell>>;
  targetOf: (place: Place) => FormTarget | null;
}

/** What stood in the input cells of an uploaded workbook, wherever its rows and columns had moved. */
export function readDeclaredCells(book: CellBook | null, { framework, identity }: FormSpec): DeclaredCells {
  const asked = askedIndicators(framework, identity);
  const location = book && locateForm(book).location;
  const rows = location ? matchRows(tableRows(location), { framework, asked }).matched : [];
  // Of rows that share a cell, the first is where it is shown.
  const targets = new Map(rows.flatMap(targetsOf).reverse());
  return {
    sent: new Map(rows.map((row) => [keyOf(row), sentCells(row)])),
    targetOf: (place) => targets.get(addressOf(place)) ?? null,
  };
}

const keyOf = ({ indicator, input }: MatchedRow) => inputKey(indicator.indicator, input.input);

const addressOf = ({ sheet, cell }: Place) => `${sheet}!${cell}`;

const targetsOf = (row: MatchedRow) =>
  openFields.map((field): [string, FormTarget] => [addressOf(row.row.place(field)), { key: keyOf(row), field }]);

const sentCells = ({ row }: MatchedRow): Record<OpenField, SentCell> => ({
  value: handedBack(row.cells.value, unclear),
  evidence: handedBackEvidence(row),
  note: handedBack(row.cells.note),
});

/** The address behind a link is written out: an answer holds no link that could be followed, and loses none. */
function handedBackEvidence(row: DeclaredRow): SentCell {
  const { link } = linkOf(row);
  const shown = handedBack(row.cells.evidence);
  return { ...shown, text: evidenceText({ text: shown.text === '' ? null : shown.text, link }) ?? '' };
}

/** In place of a figure that cannot be handed back: a blank might pass for one that was never meant to be answered. */
const unclear = '?';

/**
 * Of a number in runs of different format nothing is handed back: without its superscript `1.2³` would come back as a
 * number that nobody typed. A date comes back as the text it showed, so that nothing makes a number of it.
 */
function handedBack(cell: CellValue | undefined, lost = ''): SentCell {
  if (cell?.kind === 'formula' && cell.cached === null) return { text: lost, isNumber: false };
  const shown = cell?.kind === 'formula' ? cell.cached : cell;
  if (shown?.kind === 'number') return { text: canonicalDecimal(shown.text), isNumber: true };
  if (shown?.kind === 'date') return { text: shownDate(shown) ?? lost, isNumber: false };
  const text = writableText(cellText(shown));
  const isLossy = shown?.kind === 'text' && shown.rich && /^[-\d\s.,%]+$/.test(text);
  return { text: isLossy ? lost : text, isNumber: false };
}
