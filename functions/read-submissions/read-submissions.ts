import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { currentSubmissions, readSubmissions, type SubmissionRecord } from '../../shared/score-store/submissions.ts';
import { readChecked } from '../../shared/submission/read-checked.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';
import { membersOf } from '../../shared/units/registry.ts';

export interface ReadSubmissionsDeps {
  lake: Bucket;
  table: ScoreTable;
}

export interface PeriodSubmissions {
  submissions: SubmissionRecord[];
  /** Members of the group without an accepted submission. */
  missing: string[];
}

/** The ministry's view of a period: every file that came in, and who is missing. */
export async function listPeriod(of: { group: string; period: string }, caller: Caller, deps: ReadSubmissionsDeps) {
  const { group, period } = of;
  requireRole(caller, 'appraiser', 'publisher', 'operator');
  requireGroupPeriod(group, period);
  requireOwner(caller, group);
  const submissions = await readSubmissions(deps.table, group, period);
  const current = currentSubmissions(submissions);
  const missing = membersOf(group, period).flatMap(({ unit_id }) => (current.has(unit_id) ? [] : [unit_id]));
  return { submissions, missing } satisfies PeriodSubmissions;
}

export interface UnitSubmission extends SubmissionRecord {
  /** This is the one a run would take. */
  current: boolean;
  declared_unit_id: string | null;
  findings: Finding[];
}

/** A unit's own files of a period with every finding that is told, newest upload first. */
export async function listUnit(
  of: { group: string; period: string; unit_id: string },
  caller: Caller,
  deps: ReadSubmissionsDeps,
): Promise<{ submissions: UnitSubmission[] }> {
  requireRole(caller, 'officer', 'certifier', 'publisher', 'appraiser');
  requireUnit(caller, of.unit_id);
  requireGroupPeriod(of.group, of.period);
  requireOwner(caller, of.group);
  const records = await readSubmissions(deps.table, of.group, of.period, of.unit_id);
  const current = currentSubmissions(records).get(of.unit_id);
  const newestFirst = records.sort((a, b) => b.upload_number - a.upload_number);
  const submissions = await Promise.all(
    newestFirst.map(async (record) => {
      const { findings, declared_unit_id } = await readChecked(deps.lake, record);
      return {
        ...record,
        current: record.sha256 === current?.sha256,
        declared_unit_id,
        findings: toldFindings(findings),
      };
    }),
  );
  return { submissions };
}
