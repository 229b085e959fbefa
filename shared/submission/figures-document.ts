import { readDocument, writeDocument } from '../lake/documents.ts';
import { figuresKey, type RawFormat } from '../lake/keys.ts';
import type { Bucket } from '../lake/objects.ts';
import type { ExplainedBlank, Observation } from './submission.ts';

/**
 * The figures that a receipt was accepted with: what counts, and nothing of when or how it came, so that the same figures
 * sent again are the same document. Kept once, under its hash.
 */
export interface FiguresDocument {
  group: string;
  period: string;
  unit_id: string;
  /** Of the file as received. */
  sha256: string;
  /** By which door it came. */
  format: RawFormat;
  framework_sha256: string;
  observations: Observation[];
  /** Inputs left blank with a note that says why. */
  explained: ExplainedBlank[];
}

interface UnitOf {
  group: string;
  period: string;
  unit_id: string;
}

export const writeFigures = (lake: Bucket, figures: FiguresDocument): Promise<string> =>
  writeDocument(lake, (sha256) => figuresKey(figures, sha256), figures);

/** Throws the faults `DOCUMENT_GONE` and `DOCUMENT_CHANGED`: figures are those that the ledger names, or none. */
export const readFigures = (lake: Bucket, of: UnitOf, figuresSha256: string): Promise<FiguresDocument> =>
  readDocument<FiguresDocument>(lake, figuresKey(of, figuresSha256), figuresSha256);
