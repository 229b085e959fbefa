import { rawKey } from '../lake/keys.ts';
import { type Bucket, getObject, headObject, listVersions } from '../lake/objects.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { Receipt } from '../ledger/fold-unit.ts';
import { Fault } from '../observability/fault.ts';
import { readArrival } from './arrival.ts';
import type { ArrivedFile } from './receive-submission.ts';
import { unidentified } from './upload-limits.ts';

/** The bytes of a receipt as they came, with how they came. Throws the fault `RAW_OBJECT_GONE`. */
export async function readArrived(of: UnitOf, receipt: Receipt, raw: Bucket): Promise<ArrivedFile> {
  // A file that the ministry handed in lies where it was put, though its receipt is the unit's.
  for (const unit_id of [of.unit_id, unidentified]) {
    const key = { group: of.group, period: of.period, unit_id, sha256: receipt.sha256, format: receipt.format };
    for (const { versionId } of await listVersions(raw, rawKey(key))) {
      const head = await headObject(raw, rawKey(key), versionId);
      if (!head || readArrival(head.metadata).upload_number !== receipt.upload_number) continue;
      const stored = await getObject(raw, rawKey(key), versionId);
      if (stored)
        return { key: { ...key, unit_id: of.unit_id }, bytes: stored.bytes, arrival: readArrival(stored.metadata) };
    }
  }
  throw new Fault('RAW_OBJECT_GONE', `no version of ${receipt.sha256} came as upload ${receipt.upload_number}`);
}
