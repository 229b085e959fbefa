import { canonicalJson, sha256Of } from '../../digest/canonical-json.ts';
import { readDocument, writeDocument } from '../../lake/documents.ts';
import { questionKey, replyKey } from '../../lake/keys.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';

/** What the ministry asks a unit; who and when stand in the ledger's entry. */
export interface QuestionDocument {
  group: string;
  period: string;
  unit_id: string;
  /** What it is about; null: the unit as a whole. */
  indicator: string | null;
  /** Figures that it was asked about; null: none. */
  figures_sha256: string | null;
  /** As typed. */
  text_vi: string;
  /** Last day for an answer, in Vietnam: `2026-10-15`. */
  answer_by: string;
}

/** What a unit answers to one question. */
export interface ReplyDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Number of the question among the unit's. */
  question: number;
  /** As typed. */
  text_vi: string;
  /** What proves it, as typed; null: nothing was named. */
  evidence_vi: string | null;
}

export const documentSha256 = (document: QuestionDocument | ReplyDocument): string => sha256Of(canonicalJson(document));

export const writeQuestion = (lake: Bucket, document: QuestionDocument): Promise<string> =>
  writeDocument(lake, (sha256) => questionKey(document, sha256), document);

export const writeReply = (lake: Bucket, document: ReplyDocument): Promise<string> =>
  writeDocument(lake, (sha256) => replyKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readQuestion = (lake: Bucket, of: UnitOf, sha256: string): Promise<QuestionDocument> =>
  readDocument<QuestionDocument>(lake, questionKey(of, sha256), sha256);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readReply = (lake: Bucket, of: UnitOf, sha256: string): Promise<ReplyDocument> =>
  readDocument<ReplyDocument>(lake, replyKey(of, sha256), sha256);
