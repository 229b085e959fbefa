import { requireFiledUnit } from '../../shared/http/filed-unit.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { rawKey } from '../../shared/lake/keys.ts';
import { type Bucket, presignUpload } from '../../shared/lake/objects.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { findNewestUpload, nextUploadNumber } from '../../shared/score-store/submissions.ts';
import { maxUploadBytes } from '../../shared/submission/upload-limits.ts';
import { uploadMetadata } from '../../shared/submission/upload-metadata.ts';

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

export interface RequestUploadDeps {
  raw: Bucket;
  table: ScoreTable;
}

export type UploadAnswer =
  | { status: 'send'; url: string; fields: Record<string, string> }
  /** These bytes are the unit's newest upload already: nothing to send. */
  | { status: 'received' };

const expiresSeconds = 900;

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
  await requireOpenPeriod(deps.table, input.group, input.period);
  const key = { ...input, format: 'xlsx' } as const;
  if (await findNewestUpload(deps.table, key)) return { status: 'received' };
  const number = await nextUploadNumber(deps.table, input);
  const post = await presignUpload(deps.raw, {
    key: rawKey(key),
    sha256: input.sha256,
    maxBytes: maxUploadBytes,
    metadata: uploadMetadata(number, input.file_name),
    expiresSeconds,
  });
  return { status: 'send', ...post };
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
