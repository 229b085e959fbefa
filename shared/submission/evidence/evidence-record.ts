/** One document that proves a figure, as far as its text says. At least one field is there. */
export interface EvidenceRecord {
  /** Of the document: `12/QĐ-UBND`. */
  number?: string;
  /** Of signing, `YYYY-MM-DD`. */
  date?: string;
  /** Who issued it. */
  issuer?: string;
  /** What it is and what it is about, with whatever else was written. */
  title?: string;
  /** Where it can be read; http or https. */
  address?: string;
  /** Of a file that the unit sent beside its figures. */
  file_sha256?: string;
}
