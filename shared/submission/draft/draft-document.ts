import { canonicalJson, sha256Of } from '../../digest/canonical-json.ts';
import { readDocument, writeDocument } from '../../lake/documents.ts';
import { draftDocumentKey } from '../../lake/keys.ts';
import type { Bucket } from '../../lake/objects.ts';
import type { UnitOf } from '../../ledger/chain.ts';
import type { InputCodes } from '../input-key.ts';
import type { DraftRow } from './draft-row.ts';

/** Who filled which row of a draft that was sent, and when. Kept once, under its hash; the receipt names it. */
export interface DraftDocument extends UnitOf {
  /** In order of their keys, without what was typed: that stands in the raw file. */
  rows: (InputCodes & Pick<DraftRow, 'version' | 'filled_by' | 'department' | 'filled_at' | 'fillers'>)[];
}

export const draftDocumentOf = ({ group, period, unit_id }: UnitOf, rows: readonly DraftRow[]): DraftDocument => ({
  group,
  period,
  unit_id,
  rows: rows.map(({ value, evidence, note, ...filled }) => filled),
});

/** Names what all rows hold at one moment, and changes with every change of one: the hash of who filled what. */
export const draftVersion = (of: UnitOf, rows: readonly DraftRow[]): string =>
  sha256Of(canonicalJson(draftDocumentOf(of, rows)));

export const fillersOf = ({ rows }: DraftDocument): string[] =>
  [...new Set(rows.flatMap(({ fillers }) => fillers))].sort();

export const writeDraftDocument = (lake: Bucket, draft: DraftDocument): Promise<string> =>
  writeDocument(lake, (sha256) => draftDocumentKey(draft, sha256), draft);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`. */
export const readDraftDocument = (lake: Bucket, of: UnitOf, draftSha256: string): Promise<DraftDocument> =>
  readDocument<DraftDocument>(lake, draftDocumentKey(of, draftSha256), draftSha256);
