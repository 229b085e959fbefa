import { readDocument, writeDocument } from '../lake/documents.ts';
import { answerDocumentKey, type RawFormat } from '../lake/keys.ts';
import type { Bucket } from '../lake/objects.ts';
import type { Finding } from './submission.ts';

/** What was answered to one receipt. Written once; the ledger names it by its hash. */
export interface AnswerDocument {
  group: string;
  period: string;
  unit_id: string;
  /** *Lần gửi n* of the unit. */
  receipt: number;
  /** Unit the file itself names, when it could be read; null otherwise. */
  declared_unit_id: string | null;
  sha256: string;
  /** By which door it came. */
  format: RawFormat;
  file_name: string;
  /** When S3 had the bytes, UTC to the second. */
  received_at: string;
  framework_sha256: string;
  accepted: boolean;
  /** Of what was read, row by row; absent: nothing was kept, as of answers that were given before rows were. */
  rows_sha256?: string;
  /** The accepted receipt of the greatest smaller upload number known then; null: there was none. */
  compared_with: number | null;
  /** Up to a bound. */
  findings: Finding[];
  /** How many more there were; left out: none. */
  findings_left?: number;
}

export const writeAnswerDocument = (lake: Bucket, answer: AnswerDocument): Promise<string> =>
  writeDocument(lake, (sha256) => answerDocumentKey(answer, sha256), answer);

type UnitOf = Pick<AnswerDocument, 'group' | 'period' | 'unit_id'>;

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readAnswerDocument = (lake: Bucket, of: UnitOf, answerSha256: string): Promise<AnswerDocument> =>
  readDocument<AnswerDocument>(lake, answerDocumentKey(of, answerSha256), answerSha256);
