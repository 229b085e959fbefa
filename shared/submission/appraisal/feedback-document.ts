import { canonicalJson, sha256Of } from '../../digest/canonical-json.ts';
import { readDocument, writeDocument } from '../../lake/documents.ts';
import { feedbackKey } from '../../lake/keys.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';

/** What a unit answered to the appraisal of one indicator; who and when stand in the ledger's entry. */
export interface FeedbackDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Figures that were appraised. */
  figures_sha256: string;
  indicator: string;
  /** As typed. */
  text_vi: string;
  /** What proves it, as typed; null: nothing was named. */
  evidence_vi: string | null;
}

export const feedbackSha256 = (document: FeedbackDocument): string => sha256Of(canonicalJson(document));

export const writeFeedback = (lake: Bucket, document: FeedbackDocument): Promise<string> =>
  writeDocument(lake, (sha256) => feedbackKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readFeedback = (lake: Bucket, of: UnitOf, sha256: string): Promise<FeedbackDocument> =>
  readDocument<FeedbackDocument>(lake, feedbackKey(of, sha256), sha256);
