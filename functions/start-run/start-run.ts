import { requireRound } from '../../shared/http/enter.ts';
import { type Actor, actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { RunState } from '../../shared/ledger/fold-period.ts';
import { keepSelection } from '../../shared/release/run-files.ts';
import { describeRun, type Run } from '../../shared/release/runs.ts';
import { runIdOf } from '../../shared/release/selection.ts';
import { type Chosen, chooseSelection, type StartRunInput } from './choose-selection.ts';
import { takeAttempt } from './take-attempt.ts';

export interface StartRunDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
  /** Starts an execution once per name; the same name again is the same execution. False: it has ended already. */
  startExecution: (name: string, input: { run_id: string; attempt: number }) => Promise<boolean>;
}

/**
 * Starts a run over what counts now, in a period that is open or closed. The same selection again is the same run: a
 * second click, or a second person, gets the run that exists; one that failed, or ended without a word, is tried again.
 */
export async function startRun(input: StartRunInput, caller: Caller, deps: StartRunDeps): Promise<Run> {
  requireRound(caller, input, 'publisher');
  const by = await actorOf(deps.table, caller);
  const chosen = await chooseSelection(input, deps);
  const runId = runIdOf(chosen.selection);
  await keepSelection(deps.lake, runId, chosen.selection, chosen.heads);
  const run = await begin(runId, chosen, by, deps);
  // A release came between choosing and starting: whether there is something to correct is asked anew.
  return run ? describeRun(run, chosen.selection) : startRun(input, caller, deps);
}

async function begin(runId: string, chosen: Chosen, by: Actor, deps: StartRunDeps): Promise<RunState | null> {
  const run = await takeAttempt({ run_id: runId, silent: null }, chosen, by, deps);
  if (run?.status !== 'running' || (await execute(run, deps))) return run;
  // An execution that timed out, or whose `FailRun` failed too, has ended and left its run saying that it is running.
  const next = await takeAttempt({ run_id: runId, silent: run.attempt }, chosen, by, deps);
  if (next?.status === 'running') await execute(next, deps);
  return next;
}

const execute = ({ run_id, attempt }: RunState, { startExecution }: StartRunDeps): Promise<boolean> =>
  startExecution(`${run_id}-${attempt}`, { run_id, attempt });
