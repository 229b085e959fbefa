import { readDocument, writeDocument } from '../../lake/documents.ts';
import { decisionsKey } from '../../lake/keys.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';

/**
 * What one appraisal workbook decides on one unit. Without a time or a person, which stand in the ledger's entry: the same
 * decisions of the same workbook are the same document.
 */
export interface DecisionsDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Figures that it was made of: it holds for no others. */
  figures_sha256: string;
  /** Of the workbook as received, which the raw bucket keeps. */
  appraisal_sha256: string;
  /** In the order of the rows. */
  decisions: IndicatorDecision[];
}

export interface IndicatorDecision {
  indicator: string;
  /** Canonical decimal; null: the decision that stood is withdrawn. */
  points: string | null;
  /** As typed; empty where the appraiser agrees with the unit's own points. */
  reason: string;
  /** What the unit's own figures earned when it was made. */
  self_points: string;
  sheet: string;
  cell: string;
}

export const writeDecisions = (lake: Bucket, document: DecisionsDocument): Promise<string> =>
  writeDocument(lake, (sha256) => decisionsKey(document, sha256), document);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readDecisions = (lake: Bucket, of: UnitOf, sha256: string): Promise<DecisionsDocument> =>
  readDocument<DecisionsDocument>(lake, decisionsKey(of, sha256), sha256);
