import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireReady } from '../../shared/http/require-ready-run.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { fileOf } from '../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { readPreparedRelease, readSelection } from '../../shared/release/run-files.ts';
import type { CompleteDeps, Decided } from './complete-release.ts';
import type { Decision } from './decide-release.ts';
import { requireUninvolved } from './require-uninvolved.ts';

/** What is decided by whom, once this caller may decide it at all; its files are those of the run. */
export async function prepareDecision(
  { run_id, despite }: { run_id: string; despite?: string | undefined },
  caller: Caller,
  deps: CompleteDeps,
): Promise<Decided & { decision: Decision; known: PeriodState }> {
  requireRole(caller, 'publisher');
  const run = await requireRun(run_id, deps);
  requireOwner(caller, run.group);
  const by = await actorOf(deps.table, caller);
  const selection = await readSelection(deps.lake, run_id);
  const requireSecondPerson = (state: PeriodState) => requireUninvolved(by, run, selection, state, deps);
  const known = await requirePeriod(deps.ledger, run.group, run.period);
  await requireSecondPerson(known);
  requireReady(known, run);
  const files = await readPreparedRelease(deps.lake, run_id);
  const manifestSha256 = sha256Of(fileOf(files, manifestPath));
  return { run, files, known, decision: { run, selection, manifestSha256, by, despite, requireSecondPerson } };
}
