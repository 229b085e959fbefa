import type { ReceivedFile } from './provenance.ts';

export const provenancePath = 'provenance.json';

/**
 * `provenance.json`: what the pages of provenance need and the promised files of a release do not hold. Beside `release.json`
 * and as that outside the manifest, for it has clock times in it. It names no person, and of the chains only hashes.
 */
export interface ProvenanceFile {
  release: string;
  /** Units with figures in the release, by unit_id. */
  units: UnitReceipts[];
}

export interface UnitReceipts {
  unit_id: string;
  /** The submission that counts, then those that a later part left figures of, then those of carried figures. */
  files: ReceivedFile[];
  /** Of figures that came as CSV or JSON; those of a workbook have their cell in the inputs. */
  rows: FigureRow[];
}

export interface FigureRow {
  indicator: string;
  input: string;
  /** 1-based line of CSV, or element of JSON. */
  row: number;
}
