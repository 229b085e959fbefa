import { sha256Of } from '../digest/canonical-json.ts';
import { type RawKey, rawKey } from '../lake/keys.ts';
import { type Bucket, getObject, headObject, listVersions } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Receipt } from '../ledger/fold-unit.ts';
import { Fault } from '../observability/fault.ts';
import { findArrival } from './arrival.ts';
import type { ArrivedFile } from './receive-submission.ts';
import { unidentified } from './upload-limits.ts';

/** The bytes of a receipt as they came, with how they came. Throws the fault `RAW_OBJECT_GONE`. */
export async function readArrived(of: UnitOf, receipt: Receipt, raw: Bucket): Promise<ArrivedFile> {
  const { versionId, ...file } = await locateArrived(of, receipt, raw);
  return { ...file, key: { ...file.key, unit_id: of.unit_id } };
}

/** The same where it lies: its own key, and the version that holds these bytes. */
export async function locateArrived(of: UnitOf, receipt: Receipt, raw: Bucket): Promise<LocatedFile> {
  const { group, period } = of;
  const { sha256, format, upload_number } = receipt;
  // A file that the ministry handed in lies where it was put, though its receipt is the unit's.
  for (const unit_id of [of.unit_id, unidentified]) {
    const found = await findArrived({ group, period, unit_id, sha256, format }, upload_number, raw);
    if (found) return found;
  }
  throw new Fault('RAW_OBJECT_GONE', `no version of ${sha256} came as upload ${upload_number}`);
}

export interface LocatedFile extends ArrivedFile {
  versionId: string;
}

/** The version of an upload that holds the bytes it was signed for, should the store have taken others too. */
async function findArrived(key: RawKey, uploadNumber: number, raw: Bucket): Promise<LocatedFile | null> {
  for (const { versionId } of await listVersions(raw, rawKey(key))) {
    const head = await headObject(raw, rawKey(key), versionId);
    const arrival = head && findArrival(head.metadata);
    if (arrival?.upload_number !== uploadNumber) continue;
    const stored = await getObject(raw, rawKey(key), versionId);
    if (stored && sha256Of(stored.bytes) === key.sha256) return { key, versionId, bytes: stored.bytes, arrival };
  }
  return null;
}
