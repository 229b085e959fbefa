import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appraisalFileKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import {
  type AppraisalFile,
  type AppraisalRecord,
  nextAppraisalNumber,
  recordAppraisals,
} from '../../shared/score-store/appraisals.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import {
  type AppraisalChange,
  type CheckedAppraisals,
  checkAppraisals,
} from '../../shared/submission/appraisal/check-appraisals.ts';
import { readAppraisalRound } from '../../shared/submission/appraisal/read-appraisal-round.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

export interface RecordAppraisalInput {
  group: string;
  period: string;
  contentType: string | undefined;
  bytes: Uint8Array;
}

export interface RecordAppraisalDeps {
  raw: Bucket;
  lake: Bucket;
  table: ScoreTable;
  signingKey: () => Promise<Uint8Array>;
  now: () => Date;
}

export interface AppraisalAnswer {
  accepted: boolean;
  /** Of the bytes as received. */
  sha256: string;
  findings: Finding[];
  /** Decisions that these bytes changed: made, replaced or withdrawn. */
  recorded: number;
}

/** In base64 still below what a function may be handed. */
const maxBytes = 4 * 1024 * 1024;

/**
 * Takes a filled appraisal workbook: all of it or nothing. Bytes that were the last to be recorded say nothing new, and
 * neither do rows that state what is recorded already, so sending them again changes neither author nor time.
 */
export async function recordAppraisal(
  { group, period, contentType, bytes }: RecordAppraisalInput,
  caller: Caller,
  deps: RecordAppraisalDeps,
): Promise<AppraisalAnswer> {
  requireRole(caller, 'appraiser');
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
  requireWorkbook(contentType, bytes);
  const open = await requireOpenPeriod(deps.table, group, period);
  const key = appraisalFileKey({ group, period, sha256: sha256Of(bytes) });
  await putObjectOnce(deps.raw, key, bytes, { contentType: contentTypeOf(key) });
  const round = await readAppraisalRound(open, deps);
  const checked = await checkAppraisals(bytes, round, { signingKey: await deps.signingKey(), openWorkbook });
  if (checked.changes.length > 0) await keep(checked, { group, period }, caller, deps);
  return {
    accepted: checked.accepted,
    sha256: checked.sha256,
    findings: toldFindings(checked.findings),
    recorded: checked.changes.length,
  };
}

function requireWorkbook(contentType = '', { length }: Uint8Array): void {
  if (contentType.split(';', 1)[0]!.trim().toLowerCase() !== contentTypeOf('.xlsx')) {
    throw new Problem(
      415,
      'content-type',
      'Chỉ nhận bảng thẩm định Excel (.xlsx).',
      `Send the workbook as ${contentTypeOf('.xlsx')}.`,
    );
  }
  if (length > maxBytes)
    throw new Problem(
      413,
      'file-too-big',
      'Tệp lớn hơn 4 MB. Đề nghị thẩm định và gửi từng đơn vị.',
      'Over 4 MB. Send one unit at a time.',
    );
}

async function keep(
  { sha256, changes }: CheckedAppraisals,
  of: { group: string; period: string },
  { subject }: Caller,
  { table, now }: RecordAppraisalDeps,
): Promise<void> {
  const file: AppraisalFile = {
    ...of,
    appraisal_sha256: sha256,
    file_number: await nextAppraisalNumber(table, of),
    recorded: changes.length,
    recorded_by: subject,
    recorded_at: now().toISOString(),
  };
  await recordAppraisals(
    table,
    file,
    changes.map((change) => toRecord(change, file)),
  );
}

const toRecord = ({ answer, ...change }: AppraisalChange, file: AppraisalFile): AppraisalRecord => ({
  unit_id: answer.unit_id,
  indicator: answer.indicator.indicator,
  points: change.points,
  reason: change.reason,
  appraised_by: file.recorded_by,
  appraised_at: file.recorded_at,
  appraisal_sha256: file.appraisal_sha256,
  file_number: file.file_number,
  sheet: change.sheet,
  cell: change.cell,
  self_points: answer.self_points,
  submission_sha256: answer.submission_sha256,
});
