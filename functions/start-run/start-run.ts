import { requireGroupPeriod } from '../../shared/http/group-period.ts';
import { requireOpenPeriod } from '../../shared/http/open-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { runKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObjectOnce } from '../../shared/lake/objects.ts';
import { findPrevious } from '../../shared/release/previous-release.ts';
import { runIdOf, type Selection } from '../../shared/release/selection.ts';
import { readAppraisals, selectAppraisals } from '../../shared/score-store/appraisals.ts';
import type { OpenPeriod } from '../../shared/score-store/periods.ts';
import { readRelease } from '../../shared/score-store/releases.ts';
import { createRun, type Run, readRun, retryRun } from '../../shared/score-store/runs.ts';
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
  /** Starts an execution once per name; the same name again is the same execution. False: it has ended already. */
  startExecution: (name: string, input: { run_id: string; attempt: number }) => Promise<boolean>;
}

/** The one index there is; a second one would come with its period. */
const index = 'dti';

/**
 * Starts a run over what is accepted now. The same selection again is the same run: a second click, or a second person,
 * gets the run that exists; one that failed, that ended without a word, or whose release number was taken meanwhile, is
 * tried again.
 */
export async function startRun(input: StartRunInput, caller: Caller, deps: StartRunDeps): Promise<Run> {
  requireRole(caller, 'publisher');
  requireGroupPeriod(input.group, input.period);
  requireOwner(caller, input.group);
  const open = await requireOpenPeriod(deps.table, input.group, input.period);
  const selection = await select(input, open, deps);
  const runId = runIdOf(selection);
  await putObjectOnce(deps.lake, runKey(runId, 'selection.json'), JSON.stringify(selection), {
    contentType: 'application/json',
  });
  const fresh = newRun(runId, selection, open, caller, deps.now());
  const run = await createOrRetry(fresh, caller, deps.table);
  if (run.status !== 'running' || (await execute(run, deps))) return run;
  return executeAgain(run, fresh, caller, deps);
}

const execute = ({ run_id, attempt }: Run, { startExecution }: StartRunDeps): Promise<boolean> =>
  startExecution(`${run_id}-${attempt}`, { run_id, attempt });

/** An execution that timed out, or whose `FailRun` failed too, has ended and left its run saying that it is running. */
async function executeAgain(silent: Run, fresh: Run, caller: Caller, deps: StartRunDeps): Promise<Run> {
  const run = (await readRun(deps.table, silent.run_id)) ?? silent;
  // It may have ended, and said so, since the item was read.
  if (run.status !== 'running' || run.attempt !== silent.attempt) return run;
  const next = await takeNextAttempt(run, fresh, caller, deps.table);
  await execute(next, deps);
  return next;
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
  return (await isWorthRetrying(known, table)) ? takeNextAttempt(known, fresh, caller, table) : known;
}

/** Of two callers one takes it; both get the run as it then stands. */
async function takeNextAttempt(run: Run, { started_at }: Run, { subject }: Caller, table: ScoreTable): Promise<Run> {
  await retryRun(table, run, { subject, started_at });
  return (await readRun(table, run.run_id)) ?? run;
}

async function isWorthRetrying(run: Run, table: ScoreTable): Promise<boolean> {
  if (run.status === 'failed') return true;
  if (run.status !== 'ready' || run.release_number === null) return false;
  const holder = await readRelease(table, run, run.release_number);
  return holder !== null && holder.run_id !== run.run_id;
}
