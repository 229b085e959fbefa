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
export function downloadName(fileName: string, type: EvidenceType): string {
  const name = fileName.toWellFormed().replace(forbidden, '_');
  const ends = endings[type].some((ending) => name.toLowerCase().endsWith(ending));
  return ends ? name : `${name}${endings[type][0]}`;
}
