import { formatDate } from '../../format/format-date.ts';
import type { EvidenceRecord } from './evidence-record.ts';

/** Records as a cell holds them; read again they are the same records. */
export const renderEvidence = (records: readonly EvidenceRecord[]): string => records.map(renderRecord).join('; ');

function renderRecord({ number, date, issuer, address, title, file_sha256 }: EvidenceRecord): string {
  const parts = [
    number && `số ${number}`,
    date && `ngày ${formatDate(date)}`,
    issuer && `của ${issuer}`,
    address,
    file_sha256 && `tệp SHA-256 ${file_sha256}`,
    // Last: whatever it says is then no part of another field.
    title,
  ];
  return parts.filter((part) => part).join(', ');
}
