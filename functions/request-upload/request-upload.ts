import { requireFiledUnit } from '../../shared/http/filed-unit.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { takeUploadNumber } from '../../shared/http/take-upload-number.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { rawKey } from '../../shared/lake/keys.ts';
import { type Bucket, presignUpload } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { isInTime, newest } from '../../shared/ledger/standing.ts';
import { lastUploadNumber } from '../../shared/ledger/upload-numbers.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { arrivalMetadata, uploadCause } from '../../shared/submission/arrival.ts';
import type { InPeriod } from '../../shared/submission/tell-answer.ts';
import { maxUploadBytes } from '../../shared/submission/upload-limits.ts';

export interface RequestUploadInput {
  group: string;
  period: string;
  /** The ministry may hand in a file without saying whose it is: `unidentified`. */
  unit_id: string;
  /** Hex digest of the file. It is the file's name from here on, and S3 refuses other bytes under it. */
  sha256: string;
  size: number;
  file_name: string;
}

export interface RequestUploadDeps extends LedgerDeps {
  raw: Bucket;
  now: () => Date;
}

export type UploadAnswer =
  | { status: 'send'; upload_number: number; url: string; fields: Record<string, string> }
  /** These bytes are what the unit sent last, and they were accepted: nothing to send. */
  | { status: 'received' };

const expiresSeconds = 900;

/**
 * Gives out the number by which the file will be one arrival, and signs a form for these bytes and this number alone. Two
 * who send one file at once have forms of one number: the first that comes is the arrival, the other is told of it.
 */
export async function requestUpload(
  input: RequestUploadInput,
  caller: Caller,
  deps: RequestUploadDeps,
): Promise<UploadAnswer> {
  requireRole(caller, 'officer', 'publisher');
  requireUnit(caller, input.unit_id);
  if (caller.role === 'publisher') requireFiledUnit(input);
  else requireMember(input.unit_id, input.group, input.period);
  requireOwner(caller, input.group);
  requireSize(input);
  const period = await requirePeriod(deps.ledger, input.group, input.period);
  const told = { of: input, unit: await readUnit(deps.ledger, input), period };
  if (await isSentLast(input, told, deps.table)) return { status: 'received' };
  const form = { sha256: input.sha256, seconds: expiresSeconds };
  const upload_number = await takeUploadNumber(deps.table, told, deps.now(), form);
  const post = await presignUpload(deps.raw, {
    key: rawKey({ ...input, format: 'xlsx' }),
    sha256: input.sha256,
    maxBytes: maxUploadBytes,
    metadata: arrivalMetadata({
      upload_number,
      cause: uploadCause(upload_number),
      file_name: input.file_name,
      partial: false,
      ...(await actorOf(deps.table, caller)),
    }),
    expiresSeconds,
  });
  return { status: 'send', upload_number, ...post };
}

/** Other bytes may be on their way since; these would then have to be sent again, to be the later ones. */
async function isSentLast(input: RequestUploadInput, { unit, period }: InPeriod, table: ScoreTable): Promise<boolean> {
  const last = newest(unit.receipts);
  if (last?.answer?.accepted !== true || last.sha256 !== input.sha256 || last.format !== 'xlsx') return false;
  // What came after the unit's own day may never count: it has to come again.
  if (!isInTime(last.at, period, input.unit_id)) return false;
  return last.upload_number === (await lastUploadNumber(table, input));
}

function requireSize({ size }: RequestUploadInput): void {
  if (size <= maxUploadBytes) return;
  throw new Problem(
    413,
    'file-too-big',
    'Tệp lớn hơn 5 MB. Đề nghị xóa hình ảnh, trang tính thừa rồi gửi lại.',
    'Over 5 MB.',
  );
}
