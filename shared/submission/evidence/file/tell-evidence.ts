import type { Bucket } from '../../../lake/objects.ts';
import type { UnitOf } from '../../../ledger/chain.ts';
import type { Evidence } from '../../../ledger/fold-unit.ts';
import { type EvidenceDocument, readEvidence } from './evidence-document.ts';

/** A file of evidence as its unit and its appraiser are told of it. */
export interface ToldEvidence
  extends Pick<
    EvidenceDocument,
    'upload_number' | 'indicator' | 'sha256' | 'bytes' | 'type' | 'file_name' | 'received_at' | 'findings'
  > {
  status: 'accepted' | 'refused';
  /** Period that the bytes were sent for, where it is another one. */
  sent_for: EvidenceDocument['sent_for'] | null;
  /** What whoever sent it acted as. */
  sent_as: string;
}

export async function tellEvidence(
  { evidence_sha256, role }: Pick<Evidence, 'evidence_sha256' | 'role'>,
  of: UnitOf,
  lake: Bucket,
): Promise<ToldEvidence> {
  const document = await readEvidence(lake, of, evidence_sha256);
  const { upload_number, indicator, sha256, bytes, type, file_name, received_at, findings } = document;
  const known = { upload_number, indicator, sha256, bytes, type, file_name, received_at, findings };
  const sent_for = document.sent_for ?? null;
  return { ...known, sent_for, status: type === null ? 'refused' : 'accepted', sent_as: role };
}
