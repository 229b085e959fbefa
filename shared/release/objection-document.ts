import { canonicalJson, sha256Of } from '../digest/canonical-json.ts';
import { readDocument, writeDocument } from '../lake/documents.ts';
import { objectionAnswerKey, objectionKey } from '../lake/keys.ts';
import type { Bucket } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';

/** What a unit objected to the result it was shown; who and when stand in the ledger's entry. */
export interface ObjectionDocument extends UnitOf {
  /** The run that was shown. */
  run_id: string;
  /** Null: the result as a whole. */
  indicator: string | null;
  /** As typed. */
  text_vi: string;
  /** What proves it, as typed; null: nothing was named. */
  evidence_vi: string | null;
}

/** What the ministry answered to it. */
export interface ObjectionAnswerDocument extends UnitOf {
  /** The n-th of the unit. */
  objection: number;
  outcome: 'accepted' | 'declined';
  /** As typed. */
  text_vi: string;
}

export const documentSha256 = (document: object): string => sha256Of(canonicalJson(document));

export const writeObjection = (lake: Bucket, document: ObjectionDocument): Promise<string> =>
  writeDocument(lake, (sha256) => objectionKey(document, sha256), document);

export const writeObjectionAnswer = (lake: Bucket, document: ObjectionAnswerDocument): Promise<string> =>
  writeDocument(lake, (sha256) => objectionAnswerKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`, as the next one does. */
export const readObjection = (lake: Bucket, of: UnitOf, sha256: string): Promise<ObjectionDocument> =>
  readDocument<ObjectionDocument>(lake, objectionKey(of, sha256), sha256);

export const readObjectionAnswer = (lake: Bucket, of: UnitOf, sha256: string): Promise<ObjectionAnswerDocument> =>
  readDocument<ObjectionAnswerDocument>(lake, objectionAnswerKey(of, sha256), sha256);
