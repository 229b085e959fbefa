import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { type Caller, requireRole } from '../../shared/identity/caller.ts';
import { runKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { findPrevious } from '../../shared/release/previous-release.ts';
import { runIdOf, type Selection } from '../../shared/release/selection.ts';
import { readAppraisals, selectAppraisals } from '../../shared/score-store/appraisals.ts';
import type { OpenPeriod } from '../../shared/score-store/periods.ts';
import { readRelease } from '../../shared/score-store/releases.ts';
import { createRun, type Run, readRun, retryRun, runTimeoutSeconds } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { currentSubmissions, readSubmissions } from '../../shared/score-store/submissions.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { registryDigest } from '../../shared/units/registry.ts';

export interface StartRunInput {
  group: string;
  period: string;
}

export interface StartRunDeps {
  lake: Bucket;
  table: ScoreTable;
  now: () => Date;
  /** Starts an execution once per name; the same name again is the same execution. */
  startExecution: (name: string, input: { run_id: string; attempt: number }) => Promise<void>;
}

/** The one index there is; a second one would come with its period. */
const index = 'dti';

/**
 * Starts a run over what is accepted now. The same selection again is the same run: a second click, or a second person,
 * gets the run that exists; one that failed or timed out, or whose release number was taken meanwhile, is tried again.
 */
export async function startRun(input: StartRunInput, caller: Caller, deps: StartRunDeps): Promise<Run> {
  requireRole(caller, 'publisher');
  requireGroupPeriod(input.group, input.period);
  const open = await requireOpenPeriod(deps.table, input.group, input.period);
  const selection = await select(input, open, deps);
  const runId = runIdOf(selection);
  await putObjectOnce(deps.lake, runKey(runId, 'selection.json'), JSON.stringify(selection), {
    contentType: 'application/json',
  });
  const run = await createOrRetry(newRun(runId, selection, open, caller, deps.now()), caller, deps.table);
  if (run.status === 'running') {
    await deps.startExecution(`${run.run_id}-${run.attempt}`, { run_id: run.run_id, attempt: run.attempt });
  }
  return run;
}

async function select(
  { group, period }: StartRunInput,
  open: OpenPeriod,
  { lake, table }: StartRunDeps,
): Promise<Selection> {
  const current = [...currentSubmissions(await readSubmissions(table, group, period)).values()];
  if (current.length === 0) {
    throw new Problem(
      409,
      'nothing-accepted',
      `Kỳ ${period} chưa có biểu mẫu nào được tiếp nhận.`,
      'Nothing accepted.',
    );
  }
  const { records } = await readAppraisals(table, { group, period });
  const appraisals = selectAppraisals(records, new Map(current.map(({ unit_id, sha256 }) => [unit_id, sha256])));
  const framework = await readPeriodFramework(lake, open);
  const previous = await findPrevious({ index, group, period }, framework, table);
  return {
    index,
    group,
    period,
    framework_sha256: open.framework_sha256,
    ...(open.notice_vi === undefined ? {} : { notice_vi: open.notice_vi }),
    registry_sha256: registryDigest(),
    submissions: current.map(({ unit_id, sha256, format }) => ({ unit_id, sha256, format })),
    // Left out where there are none: the same selection stays the same run.
    ...(appraisals.length > 0 ? { appraisals } : {}),
    ...(previous ? { previous } : {}),
  };
}

const newRun = (runId: string, selection: Selection, open: OpenPeriod, caller: Caller, now: Date): Run => ({
  run_id: runId,
  index: selection.index,
  group: selection.group,
  period: selection.period,
  framework_id: open.framework_id,
  framework_sha256: open.framework_sha256,
  status: 'running',
  attempt: 1,
  started_by: [caller.subject],
  started_at: now.toISOString(),
  release_number: null,
  failure: null,
});

async function createOrRetry(fresh: Run, caller: Caller, table: ScoreTable): Promise<Run> {
  if (await createRun(table, fresh)) return fresh;
  const known = (await readRun(table, fresh.run_id)) ?? fresh;
  if (!(await isWorthRetrying(known, fresh.started_at, table))) return known;
  await retryRun(table, known, { subject: caller.subject, started_at: fresh.started_at });
  return (await readRun(table, fresh.run_id)) ?? known;
}

async function isWorthRetrying(run: Run, now: string, table: ScoreTable): Promise<boolean> {
  if (run.status === 'failed') return true;
  if (run.status === 'running') return isGivenUp(run, now);
  if (run.status !== 'ready' || run.release_number === null) return false;
  const holder = await readRelease(table, run, run.release_number);
  return holder !== null && holder.run_id !== run.run_id;
}

/** An execution that timed out has not passed through `FailRun`, so its run still says that it is running. */
const isGivenUp = ({ started_at }: Run, now: string): boolean =>
  Date.parse(now) - Date.parse(started_at) > runTimeoutSeconds * 1000;
