import { enterFiled } from '../../shared/http/enter.ts';
import { type ReceiptAddress, requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { type RawFormat, rawKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { safeFileName } from '../../shared/submission/evidence/file/download-name.ts';
import { locateArrived } from '../../shared/submission/read-arrived.ts';

export interface FetchSubmissionDeps {
  raw: Bucket;
  ledger: Ledger;
}

const contentTypes: Record<RawFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  csv: 'text/csv',
};

/** Where a unit's own original can be fetched for a short while: the bytes of that very receipt, as they came. */
export async function fetchSubmission(
  of: UnitOf,
  address: ReceiptAddress,
  caller: Caller,
  deps: FetchSubmissionDeps,
): Promise<Download> {
  await enterFiled(caller, of, deps.ledger, 'officer', 'certifier', 'publisher');
  const receipt = requireReceipt(await readUnit(deps.ledger, of), address);
  const { key, versionId, arrival } = await locateArrived(of, receipt, deps.raw);
  return presignDownload(deps.raw, rawKey(key), safeFileName(arrival.file_name, [`.${key.format}`]), {
    contentType: contentTypes[key.format],
    versionId,
  });
}
