import { readDocument, writeDocument } from '../lake/documents.ts';
import { rowsKey } from '../lake/keys.ts';
import type { Bucket } from '../lake/objects.ts';
import type { EvidenceRecord } from './evidence/evidence-record.ts';
import type { Figure } from './figure.ts';
import { codesOf, type InputCodes } from './input-key.ts';
import type { FigurePlace } from './submission.ts';

/** One input that a unit was asked for, as its file had it: kept of files that were refused too. */
export interface ReadRow extends InputCodes {
  /** Where its figure stands; all null: the file has no row of it. */
  sheet: string | null;
  cell: string | null;
  /** Line or element of CSV or JSON. */
  row: number | null;
  /** What stood there, as text, shortened; null: nothing, or the file has no row of it. */
  raw: string | null;
  /** Canonical decimal; null where none was given or it could not be read. */
  value: string | null;
  evidence: string | null;
  /** What the evidence was read as; absent: there is none. */
  evidence_records?: EvidenceRecord[];
  note: string | null;
  /** Where the value was first declared: it was taken over, or left standing, as it stood there. */
  origin?: FigurePlace;
  /** The place that another value stood in, which this one corrects. */
  corrects?: FigurePlace;
}

/** Rows of one file in the order in which they are judged; the answer names it by its hash. */
export interface RowsDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Of the file as received. */
  sha256: string;
  /** In the order in which they are judged. */
  rows: ReadRow[];
}

type UnitOf = Pick<RowsDocument, 'group' | 'period' | 'unit_id'>;

export const writeRows = (lake: Bucket, document: RowsDocument): Promise<string> =>
  writeDocument(lake, (sha256) => rowsKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readRows = async (lake: Bucket, of: UnitOf, rowsSha256: string): Promise<ReadRow[]> =>
  (await readDocument<RowsDocument>(lake, rowsKey(of, rowsSha256), rowsSha256)).rows;

export function toReadRow(figure: Figure): ReadRow {
  const { raw = null, value, evidence, evidence_records, note } = figure;
  const { sheet, cell, row } = figure.place('value');
  const isThere = !figure.absent && !figure.kept;
  return {
    ...codesOf(figure),
    ...(isThere ? { sheet, cell, row } : { sheet: null, cell: null, row: null }),
    raw,
    value,
    evidence,
    ...(evidence_records ? { evidence_records } : {}),
    note,
    ...sourceOf(figure),
  };
}

/** Where a value is from that was not declared here, or what it stands in place of. */
export function sourceOf({ value, kept, taken }: Figure): Pick<ReadRow, 'origin' | 'corrects'> {
  if (kept) {
    const { submission_sha256, sheet, cell, row } = kept;
    return { origin: { submission_sha256, sheet, cell, row } };
  }
  if (!taken) return {};
  return taken.value === value ? { origin: taken.origin } : { corrects: taken.place };
}
