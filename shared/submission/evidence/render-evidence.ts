import { formatDate } from '../../format/format-date.ts';
import type { EvidenceRecord } from './evidence-record.ts';

/** Records as a cell holds them; read again they are the same records, but for a file's hash. */
export const renderEvidence = (records: readonly EvidenceRecord[]): string => records.map(renderRecord).join('; ');

function renderRecord({ number, date, issuer, address, title, file_sha256 }: EvidenceRecord): string {
  const parts = [
    number && `số ${number}`,
    date && `ngày ${formatDate(date)}`,
    issuer && `của ${issuer}`,
    address,
    title,
    file_sha256 && `tệp SHA-256 ${file_sha256}`,
  ];
  return parts.filter((part) => part).join(', ');
}
