import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { bodyNameVi } from '../../shared/frameworks/bodies.ts';
import { requireRound } from '../../shared/http/enter.ts';
import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appraisalFileKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload, putObjectOnce } from '../../shared/lake/objects.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
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
  ledger: Ledger;
  signingKey: () => Promise<Uint8Array>;
}

/**
 * Where the appraisal workbook can be fetched for a short while: what was declared, what it earns, what was decided and
 * answered, for the indicators of the caller's bodies. After closing too: then it is a record, and nobody takes it back.
 */
export async function issueAppraisal(
  { group, period, unit_id }: IssueAppraisalInput,
  caller: Caller,
  deps: IssueAppraisalDeps,
): Promise<Download> {
  requireRound(caller, { group, period }, 'appraiser');
  if (unit_id !== undefined) requireMember(unit_id, group, period);
  const state = await requirePeriod(deps.ledger, group, period);
  const round = await readAppraisalRound({ group, period }, state, deps);
  const narrowed = { group_name_vi: groupOf(group).name_vi, unitId: unit_id, bodies: caller.bodies };
  const spec = specifyAppraisal(round, narrowed, await deps.signingKey());
  requireRows(spec);
  const bytes = await writeAppraisal(spec);
  const key = appraisalFileKey({ group, period, sha256: sha256Of(bytes) });
  await putObjectOnce(deps.lake, key, bytes, { contentType: contentTypeOf(key) });
  return presignDownload(deps.lake, key, `tham-dinh-${unit_id ?? group}-${period}.xlsx`);
}

function requireRows({ rows, bodies }: AppraisalSpec): void {
  if (rows.length === 0) {
    const scope = bodies === null ? '' : ` thuộc cơ quan được giao (${bodies.map(bodyNameVi).join('; ')})`;
    throw new Problem(
      409,
      'nothing-accepted',
      `Chưa có số liệu nào để thẩm định${scope}.`,
      'Nothing to appraise yet among the indicators of this account.',
    );
  }
  if (rows.length <= appraisalLayout.maxRows) return;
  throw new Problem(
    409,
    'too-many-rows',
    `Bảng thẩm định có ${rows.length} dòng, quá lớn cho một tệp. Đề nghị tải theo từng đơn vị (unit_id).`,
    `${rows.length} rows are too many for one workbook; ask for one unit at a time (unit_id).`,
  );
}
