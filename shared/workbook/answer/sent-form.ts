import { askedIndicators } from '../../frameworks/asked-indicators.ts';
import type { CellBook } from '../../submission/cell-book.ts';
import type { AskedInput, MatchedRow } from '../../submission/figure.ts';
import type { Place } from '../../submission/finding.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { tableRows } from '../../submission/form/form-table.ts';
import { type FormLocation, locateForm } from '../../submission/form/locate-form.ts';
import { askedKey, inputsOf } from '../../submission/input-key.ts';
import { matchRows } from '../../submission/rows/match-rows.ts';
import type { Finding } from '../../submission/submission.ts';
import { looseMarks } from './loose-marks.ts';
import { rowHandedBack } from './row-handed-back.ts';
import { nothingSent, type OpenField, openFields, type SentCell } from './sent-cell.ts';
import { type SentMark, sourceOf, unreadColumn, unreadRow } from './sent-mark.ts';

/** A cell of a form of ours, wherever it stood in the uploaded workbook. */
export interface FormTarget {
  key: string;
  field: OpenField;
}

export type HandedBack = Record<OpenField, SentCell | SentMark>;

export interface SentForm {
  /** By input key: each input that the unit is asked for has one. Nothing in it but what was sent, and marks. */
  cells: Map<string, HandedBack>;
  /** What stood in no row of the form. */
  loose: SentMark[];
  targetOf: (place: Place) => FormTarget | null;
  /** False: the file was refused as a whole, and none of its cells was judged. */
  isJudged: boolean;
}

/** What was sent, as the form can hand it back. `findings`: those that this file was refused with, none repeated. */
export function readSentForm(
  book: CellBook | null,
  { framework, identity }: FormSpec,
  findings: readonly Finding[],
): SentForm {
  const indicators = askedIndicators(framework, identity);
  const asked = inputsOf(indicators);
  const located = book && locateForm(book);
  if (!located?.certain) return unreadForm(asked);
  const rows = tableRows(located.certain);
  const matched = matchRows(rows, { framework, asked: indicators });
  const isJudged = located.location !== null;
  const missing = new Set(findings.filter(({ rule }) => isMissing.has(rule)).map(({ value }) => value));
  // Of rows that share a cell, the first is where it is shown.
  const targets = new Map(matched.matched.flatMap(targetsOf).reverse());
  return {
    isJudged,
    cells: new Map([
      ...matched.matched.map((row) => [askedKey(row), handBack(row, located.certain!)] as const),
      ...matched.absent.map((input) => [askedKey(input), absentRow(input, isJudged, missing)] as const),
    ]),
    loose: looseMarks(located.certain, { rows, findings: matched.findings, isTarget: (at) => targets.has(at) }),
    targetOf: (place) => targets.get(sourceOf(place)) ?? null,
  };

  function handBack(row: MatchedRow, location: FormLocation): HandedBack {
    const read = rowHandedBack(row, { location, rows, findings: matched.findings });
    const lost = openFields.filter((field) => !location.columns.has(field));
    return { ...read, ...Object.fromEntries(lost.map((field) => [field, unreadColumn])) };
  }
}

/** The figures of a file that is refused as a whole, another unit's say, are not put under this one's name. */
const unreadForm = (asked: readonly AskedInput[]): SentForm => ({
  isJudged: false,
  cells: new Map(asked.map((input) => [askedKey(input), { ...nothing, value: unreadRow }])),
  loose: [],
  targetOf: () => null,
});

const nothing: HandedBack = { value: nothingSent, evidence: nothingSent, note: nothingSent };

const isMissing = new Set(['ROW_MISSING', 'RECORD_MISSING']);

/** A row that was left out where that is allowed is blank; where it is not, its cell says so until it is filled in. */
function absentRow(input: AskedInput, isJudged: boolean, missing: ReadonlySet<string | null>): HandedBack {
  if (!isJudged) return { ...nothing, value: unreadRow };
  const key = askedKey(input);
  if (!missing.has(key)) return nothing;
  const about = 'Tệp đã gửi thiếu dòng này.';
  return { ...nothing, value: { about, sources: new Set([key]), isUnread: false } };
}

const targetsOf = (row: MatchedRow) =>
  openFields.map((field): [string, FormTarget] => [sourceOf(row.row.place(field)), { key: askedKey(row), field }]);
