import { enterPartOfUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwnIndicator } from '../../shared/http/require-own-indicator.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { evidenceFileKey, parseEvidenceFileKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { objectExists } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { type ReceiveEvidenceDeps, receiveEvidence } from '../../shared/submission/evidence/file/receive-evidence.ts';
import { type ToldEvidence, tellEvidence } from '../../shared/submission/evidence/file/tell-evidence.ts';

/** What became of a file while the officer waits. The event of the upload does the same, should nobody ask. */
export async function checkEvidence(
  of: SubmissionKey,
  caller: Caller,
  deps: ReceiveEvidenceDeps,
): Promise<ToldEvidence> {
  await enterPartOfUnit(caller, of, deps.ledger, 'officer', 'publisher');
  const key = evidenceFileKey(of);
  if (!parseEvidenceFileKey(key) || !(await objectExists(deps.raw, key))) throw notReceived();
  const entry = await receiveEvidence({ key }, deps).catch(refuseOtherBytes);
  if (!entry) throw notReceived();
  await requireOwnIndicator(caller, of, entry.about.indicator ?? null, deps.table);
  return tellEvidence({ ...entry.about, role: entry.role }, of, deps.lake);
}

const notReceived = () =>
  new Problem(
    404,
    'file-unknown',
    'Chưa nhận được tệp này. Đề nghị gửi tệp theo địa chỉ đã cấp rồi kiểm tra lại.',
    'No such file has come in; upload it first, then ask again.',
  );

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
