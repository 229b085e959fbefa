import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireGroupPeriod, requireMember } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appraisalFileKey } from '../../shared/lake/keys.ts';
import { type Bucket, presignDownload, putObjectOnce } from '../../shared/lake/objects.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { appraisalLayout } from '../../shared/submission/appraisal/appraisal-layout.ts';
import { readAppraisalRound } from '../../shared/submission/appraisal/read-appraisal-round.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { type AppraisalSpec, specifyAppraisal } from '../../shared/workbook/appraisal/appraisal-spec.ts';
import { writeAppraisal } from '../../shared/workbook/appraisal/write-appraisal.ts';

export interface IssueAppraisalInput {
  group: string;
  period: string;
  /** Narrows the workbook to one unit. */
  unit_id?: string | undefined;
}

export interface IssueAppraisalDeps {
  lake: Bucket;
  table: ScoreTable;
  signingKey: () => Promise<Uint8Array>;
}

/** Where the ministry's appraisal workbook can be fetched for a short while: what was declared, what it earns. */
export async function issueAppraisal(
  { group, period, unit_id }: IssueAppraisalInput,
  caller: Caller,
  deps: IssueAppraisalDeps,
): Promise<string> {
  requireRole(caller, 'appraiser');
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
  if (unit_id !== undefined) requireMember(unit_id, group, period);
  const open = await requireOpenPeriod(deps.table, group, period);
  const round = await readAppraisalRound(open, deps);
  const { name_vi } = groupOf(group);
  const spec = specifyAppraisal(round, { group_name_vi: name_vi, unitId: unit_id }, await deps.signingKey());
  requireRows(spec);
  const bytes = await writeAppraisal(spec);
  const key = appraisalFileKey({ group, period, sha256: sha256Of(bytes) });
  await putObjectOnce(deps.lake, key, bytes, { contentType: contentTypeOf(key) });
  return presignDownload(deps.lake, key, `tham-dinh-${unit_id ?? group}-${period}.xlsx`);
}

function requireRows({ answers }: AppraisalSpec): void {
  if (answers.length === 0) {
    throw new Problem(409, 'nothing-accepted', 'Chưa có số liệu nào để thẩm định.', 'Nothing to appraise yet.');
  }
  if (answers.length <= appraisalLayout.maxRows) return;
  throw new Problem(
    409,
    'too-many-rows',
    `Bảng thẩm định có ${answers.length} dòng, quá lớn cho một tệp. Đề nghị tải theo từng đơn vị (unit_id).`,
    `${answers.length} rows are too many for one workbook; ask for one unit at a time (unit_id).`,
  );
}
