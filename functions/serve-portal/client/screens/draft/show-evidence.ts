import type { EvidenceRecord } from '../../../../../shared/submission/evidence/evidence-record.ts';

/** Evidence as one text: a list of documents came by a system, or with a file. */
export function showEvidence(evidence: string | readonly EvidenceRecord[] | null): string {
  if (evidence === null || typeof evidence === 'string') return evidence ?? '';
  return evidence
    .map(({ number, date, issuer, title, address, file_sha256 }) =>
      [number, date, issuer, title, address, file_sha256 && `tệp ${file_sha256.slice(0, 8)}`]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');
}
