import { readDocument, writeDocument } from '../../../lake/documents.ts';
import { type EvidenceType, evidenceDocumentKey } from '../../../lake/keys.ts';
import type { Bucket } from '../../../lake/objects.ts';
import type { UnitOf } from '../../../ledger/chain.ts';
import type { Finding } from '../../submission.ts';

/** What is known of one file of evidence. Written once; the ledger names it by its hash. */
export interface EvidenceDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Given out per period before the file came. */
  upload_number: number;
  /** What it proves; null: several indicators, or none in particular. */
  indicator: string | null;
  sha256: string;
  bytes: number;
  /** Looked up in the bytes; null: the file was refused. */
  type: EvidenceType | null;
  file_name: string;
  /** Version of the raw object that holds these bytes; null: the bucket keeps none. */
  version_id: string | null;
  /** Where the bytes lie that were sent for an earlier period; absent: they were sent for this one. */
  sent_for?: { group: string; period: string };
  /** When S3 had the bytes, UTC to the second. */
  received_at: string;
  /** Why it was refused. */
  findings: Finding[];
}

export const writeEvidence = (lake: Bucket, document: EvidenceDocument): Promise<string> =>
  writeDocument(lake, (sha256) => evidenceDocumentKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readEvidence = (lake: Bucket, of: UnitOf, sha256: string): Promise<EvidenceDocument> =>
  readDocument<EvidenceDocument>(lake, evidenceDocumentKey(of, sha256), sha256);
