import { readDocument, writeDocument } from '../lake/documents.ts';
import { returnKey } from '../lake/keys.ts';
import type { Bucket } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';

/** Why the unit's certifier sent a receipt back; who and when stand in the ledger's entry. */
export interface ReturnDocument {
  group: string;
  period: string;
  unit_id: string;
  /** *Lần gửi n* that was sent back. */
  receipt: number;
  figures_sha256: string;
  /** As typed. */
  text_vi: string;
}

export const writeReturn = (lake: Bucket, document: ReturnDocument): Promise<string> =>
  writeDocument(lake, (sha256) => returnKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readReturn = (lake: Bucket, of: UnitOf, sha256: string): Promise<ReturnDocument> =>
  readDocument<ReturnDocument>(lake, returnKey(of, sha256), sha256);
