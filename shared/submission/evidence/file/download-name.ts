import type { EvidenceType } from '../../../lake/keys.ts';

const endings: Record<EvidenceType, string[]> = {
  pdf: ['.pdf'],
  docx: ['.docx'],
  xlsx: ['.xlsx'],
  jpeg: ['.jpg', '.jpeg'],
  png: ['.png'],
};

/** Path steps, what Windows forbids, and what shows as nothing and can turn `fdp.exe` round. */
const forbidden = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;

/** What the file is saved as: its own name, ending as its bytes say, so that no double click runs anything. */
export const downloadName = (fileName: string, type: EvidenceType): string => safeFileName(fileName, endings[type]);

/** A name without what no name may hold; the first ending is added where it has none of them. */
export function safeFileName(fileName: string, allowed: readonly string[]): string {
  const name = fileName.toWellFormed().replace(forbidden, '_');
  const ends = allowed.some((ending) => name.toLowerCase().endsWith(ending));
  return ends ? name : `${name}${allowed[0]}`;
}
