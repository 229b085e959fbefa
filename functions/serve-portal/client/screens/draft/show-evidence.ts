import type { TypedRow } from '../../../../../shared/submission/draft/draft-row.ts';

/** Evidence as one text: a list of documents came by a system, or with a file. */
export function showEvidence(evidence: TypedRow['evidence']): string {
  if (evidence === null || typeof evidence === 'string') return evidence ?? '';
  return evidence
    .map(({ number, date, issuer, title, address, file_sha256 }) =>
      [number, date, issuer, title, address, file_sha256 && `tệp ${file_sha256.slice(0, 8)}`]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ');
}
