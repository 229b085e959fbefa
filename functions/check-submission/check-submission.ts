import { enterFiled } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { parseRawKey, rawFormats, rawKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { objectExists } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { type ReceiptOf, type ReceiveDeps, receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { type CheckedReceipt, tellChecked } from '../../shared/submission/tell-answer.ts';

/**
 * The answer while the officer waits: of the newest receipt of these bytes. The event of the upload does the same, should
 * nobody ask; both end in one receipt with one answer.
 */
export async function checkSubmission(of: SubmissionKey, caller: Caller, deps: ReceiveDeps): Promise<CheckedReceipt> {
  const period = await enterFiled(caller, of, deps.ledger, 'officer', 'publisher');
  const bearer = bearerOf(of, await receiveAll(of, deps));
  const unit = await readUnit(deps.ledger, bearer);
  const receipt = requireReceipt(unit, of);
  return tellChecked(receipt, { of: bearer, unit, period }, deps.lake);
}

/** A file that the ministry handed in may have turned out to be a unit's. */
function bearerOf({ group, period, unit_id }: SubmissionKey, received: ReceiptOf[]): UnitOf {
  const filed = received.find((one) => one.unit_id !== unit_id);
  return { group, period, unit_id: filed?.unit_id ?? unit_id };
}

async function receiveAll(of: SubmissionKey, deps: ReceiveDeps): Promise<ReceiptOf[]> {
  const received: ReceiptOf[] = [];
  for (const format of rawFormats) {
    const key = rawKey({ ...of, format });
    if (!parseRawKey(key) || !(await objectExists(deps.raw, key))) continue;
    const one = await receiveSubmission({ key }, deps).catch(refuseOtherBytes);
    if (one) received.push(one);
  }
  return received;
}

/** The event of the same upload fails on it, waits in the dead-letter queue and rings. */
function refuseOtherBytes(error: unknown): never {
  if (!(error instanceof Fault) || error.code !== 'RAW_HASH_WRONG') throw error;
  throw new Problem(
    409,
    'bytes-differ',
    'Nội dung nhận được không khớp mã SHA-256 đã đăng ký nên không được tiếp nhận. Đề nghị xin địa chỉ gửi mới rồi gửi lại tệp.',
    'The bytes received are not those the upload was signed for; ask for a new upload and send the file again.',
  );
}
