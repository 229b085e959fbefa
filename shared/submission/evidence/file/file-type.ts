import type { EvidenceType } from '../../../lake/keys.ts';

/** What a browser is told: none of them is anything that runs. */
export const contentTypes: Record<EvidenceType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** What is wrong with a file; the rule's message has a place for the kind. */
export interface FileFault {
  rule: 'EVIDENCE_FILE_TYPE' | 'EVIDENCE_FILE_ENCRYPTED' | 'EVIDENCE_FILE_ACTIVE' | 'EVIDENCE_FILE_BROKEN';
  kind: string;
}

export const broken = (kind: string): FileFault => ({ rule: 'EVIDENCE_FILE_BROKEN', kind });
