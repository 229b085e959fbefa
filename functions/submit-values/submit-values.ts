import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { type RawFormat, rawKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { findNewestUpload, nextUploadNumber } from '../../shared/score-store/submissions.ts';
import type { CheckedDocument } from '../../shared/submission/checked-document.ts';
import { readChecked } from '../../shared/submission/read-checked.ts';
import { type ReceiveDeps, receiveSubmission } from '../../shared/submission/receive-submission.ts';
import type { CheckedSubmission } from '../../shared/submission/submission.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import { maxValuesBytes } from '../../shared/submission/upload-limits.ts';
import { uploadMetadata } from '../../shared/submission/upload-metadata.ts';

export interface SubmitValuesInput {
  group: string;
  period: string;
  unit_id: string;
  contentType: string | undefined;
  bytes: Uint8Array;
}

export type ValuesAnswer = Omit<CheckedSubmission, 'observations'>;

type TableFormat = Exclude<RawFormat, 'xlsx'>;

const contentTypes: Record<TableFormat, string> = { json: 'application/json', csv: 'text/csv' };

/** The columns of the form by API: kept raw like a form, checked by the same rules, answered at once. */
export async function submitValues(input: SubmitValuesInput, caller: Caller, deps: ReceiveDeps): Promise<ValuesAnswer> {
  const { group, period, unit_id, bytes } = input;
  requireRole(caller, 'officer', 'publisher');
  requireUnit(caller, unit_id);
  const format = requireFormat(input.contentType);
  requireSize(bytes);
  requireMember(unit_id, group, period);
  requireOwner(caller, group);
  await requireOpenPeriod(deps.table, group, period);
  const key = { group, period, unit_id, sha256: sha256Of(bytes), format };
  const known = await findNewestUpload(deps.table, key);
  if (known) return toAnswer(await readChecked(deps.lake, known));
  const uploadNumber = await nextUploadNumber(deps.table, key);
  await putObject(deps.raw, rawKey(key), bytes, {
    contentType: contentTypes[format],
    metadata: uploadMetadata(uploadNumber, `${unit_id}.${format}`),
  });
  return toAnswer(await receiveSubmission({ key: rawKey(key) }, deps));
}

function requireFormat(contentType = ''): TableFormat {
  const mediaType = contentType.split(';', 1)[0]!.trim().toLowerCase();
  if (mediaType === contentTypes.json) return 'json';
  if (mediaType === contentTypes.csv) return 'csv';
  throw new Problem(
    415,
    'content-type',
    'Chỉ nhận application/json hoặc text/csv; biểu mẫu Excel gửi qua /v1/uploads.',
    'Send application/json or text/csv; a workbook goes by /v1/uploads.',
  );
}

function requireSize({ length }: Uint8Array): void {
  if (length <= maxValuesBytes) return;
  throw new Problem(
    413,
    'file-too-big',
    'Số liệu gửi lên lớn hơn 1 MB. Đề nghị chỉ gửi các trường đã quy định.',
    'Over 1 MB.',
  );
}

const toAnswer = ({ accepted, unit_id, sha256, findings }: CheckedDocument): ValuesAnswer => ({
  accepted,
  unit_id,
  sha256,
  findings: toldFindings(findings),
});
