/** A workbook as a neutral grid: what the reader and the rules see, whatever library read the bytes. */
export interface CellBook {
  sheets: CellSheet[];
  /** Document properties that may hold a second copy of the form's identity. */
  properties: { title: string | null; subject: string | null; keywords: string | null; description: string | null };
}

export interface CellSheet {
  /** NFC. */
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Sparse, by 1-based row number, ascending. */
  rows: Map<number, CellRow>;
  /** Merged ranges, `B2:C4`. */
  merges: string[];
  /** Cells that are linked to something; absent: none is. */
  links?: CellLink[];
}

/** A link as the file has it: any text may stand there, and nobody may follow it unseen. */
export interface CellLink {
  /** `B2`, or `B2:B4`. */
  range: string;
  /** An address, `#Sheet!A1` inside the book, a file, a script. */
  target: string;
}

export interface CellRow {
  row: number;
  hidden: boolean;
  /** Sparse, by 1-based column number, ascending. */
  cells: Map<number, CellValue>;
}

export type CellValue =
  /** `text` is the decimal of the number's 15 significant digits, no exponent. */
  | { kind: 'number'; text: string }
  /** NFC, invisible and bidi characters still inside; `rich`: had runs of different format (a superscript may hide). */
  | { kind: 'text'; text: string; rich: boolean }
  | { kind: 'boolean'; value: boolean }
  /** `YYYY-MM-DD`, whichever date system the file uses. */
  | { kind: 'date'; iso: string }
  /** `#REF!` */
  | { kind: 'error'; code: string }
  /** `cached` null: nothing was cached, which is not a blank. `external`: refers to another file, DDE or WEBSERVICE. `link`: of `HYPERLINK()`. */
  | { kind: 'formula'; cached: CellValue | null; external: boolean; link?: string };

/** `D7` for column 4, row 7. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}
