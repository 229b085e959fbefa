import type { EvidenceRecord } from './evidence/evidence-record.ts';
import type { ReadRow } from './read-row.ts';

/** The six properties the national data board asks of all data; each rule serves one. */
export type QualityCategory = 'đúng' | 'đủ' | 'sạch' | 'sống' | 'thống nhất' | 'dùng chung';

/** `error` rejects the submission; `warning` is told and accepted; `shadow` is counted and not told. */
export type Severity = 'error' | 'warning' | 'shadow';

/** The submitter's fault, as a value: all are collected, and a rejection never comes without one. */
export interface Finding {
  /** Id in the rule catalogue: `NOT_NUMBER`. */
  rule: string;
  severity: Severity;
  /** Place in a workbook; null where the finding is about the file. */
  sheet: string | null;
  cell: string | null;
  /** Place in JSON or CSV: 1-based line or element, and field name. */
  row: number | null;
  field: string | null;
  /** What was found, as text, shortened to 200 characters. */
  value: string | null;
  message_vi: string;
  message_en: string;
}

/** One declared figure with the file and the place it came from. */
export interface Observation {
  unit_id: string;
  indicator: string;
  input: string;
  /** Canonical decimal text: no exponent, no trailing zero, no plus sign; `0.9286`, `12`. */
  value: string;
  evidence: string | null;
  /** What the evidence was read as; absent: there is none. */
  evidence_records?: EvidenceRecord[];
  note: string | null;
  /** File it came from: an earlier one where a part left it standing. */
  submission_sha256: string;
  /** Null when it came by JSON or CSV. */
  sheet: string | null;
  cell: string | null;
  /** 1-based line or element of CSV or JSON; null when it came by a form. */
  row: number | null;
  /** Corrected on the screen: where the value stood that this one takes the place of. */
  corrects?: FigurePlace;
}

/** A file and the place in it. */
export type FigurePlace = Pick<Observation, 'submission_sha256' | 'sheet' | 'cell' | 'row'>;

/** A figure that was left blank with a note, which says why. */
export interface ExplainedBlank {
  indicator: string;
  input: string;
  note: string;
}

/** Who a form was issued to; signed, because a hidden sheet can be unhidden. */
export interface FormIdentity {
  unit_id: string;
  group: string;
  period: string;
  framework_id: string;
  framework_version: string;
  framework_sha256: string;
  /** Version of the form's layout, so that an older one can be lifted. */
  template_version: string;
}

/** The answer to one file. Same bytes, same context: same answer. */
export interface CheckedSubmission {
  accepted: boolean;
  unit_id: string | null;
  /** Of the bytes as received. */
  sha256: string;
  findings: Finding[];
  /** Empty unless accepted. */
  observations: Observation[];
  /** Empty unless accepted. */
  explained: ExplainedBlank[];
  /** What was read, accepted or not; empty where the file was not read as far as its rows. */
  rows: ReadRow[];
}
