import { requireFiledUnit } from '../../shared/http/filed-unit.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { parseRawKey, rawFormats, rawKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { objectExists } from '../../shared/lake/objects.ts';
import type { CheckedDocument } from '../../shared/submission/checked-document.ts';
import { type ReceiveDeps, receiveSubmission } from '../../shared/submission/receive-submission.ts';
import { toldAnswer } from '../../shared/submission/told-findings.ts';

/** The answer while the officer waits. The event of the upload does the same, should nobody ask; both end in one state. */
export async function checkSubmission(of: SubmissionKey, caller: Caller, deps: ReceiveDeps): Promise<CheckedDocument> {
  requireRole(caller, 'officer', 'publisher');
  requireUnit(caller, of.unit_id);
  requireFiledUnit(of);
  requireOwner(caller, of.group);
  const key = await findReceived(of, deps);
  if (key) return toldAnswer(await receiveSubmission({ key }, deps));
  throw new Problem(
    404,
    'file-unknown',
    'Chưa nhận được tệp này. Đề nghị gửi tệp theo địa chỉ đã cấp rồi kiểm tra lại.',
    'No such file has come in; upload it first, then ask again.',
  );
}

async function findReceived(of: SubmissionKey, { raw }: ReceiveDeps): Promise<string | null> {
  for (const format of rawFormats) {
    const key = rawKey({ ...of, format });
    if (parseRawKey(key) && (await objectExists(raw, key))) return key;
  }
  return null;
}
