import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireReady } from '../../shared/http/require-ready-run.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readUnits } from '../../shared/ledger/read-ledger.ts';
import { fileOf } from '../../shared/release/frozen-inputs.ts';
import { startersOf } from '../../shared/release/involved-in.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { notCountedSince, type UncountedUpload } from '../../shared/release/not-counted.ts';
import { readPreparedRelease, readSelection } from '../../shared/release/run-files.ts';
import type { Run } from '../../shared/release/runs.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import { membersOf, unitOf } from '../../shared/units/registry.ts';
import { type CompleteDeps, completeRelease, releaseMadeOf } from './complete-release.ts';
import { decideRelease } from './decide-release.ts';
import { requireUninvolved } from './require-uninvolved.ts';

export interface PublishReleaseInput {
  run_id: string;
  /** Why the run goes out although what counts has changed since. */
  despite?: string | undefined;
}

export type PublishReleaseDeps = CompleteDeps;

/** For the publisher alone: the public reads offices in `release.json`. */
export interface PublishedRelease extends Release {
  /** Person ids. */
  run_by: string[];
  released_by: string;
  despite_vi?: string;
  /** What came since the run was started and counts for nothing. */
  not_counted: UncountedUpload[];
}

/**
 * Publishes a run that is ready. First the decision is put into the period's chain; files, pages and what is current
 * follow from that entry. Cut off anywhere, the same call again completes it, under the name of whoever decided; nothing
 * half-done is ever current.
 */
export async function publishRelease(
  input: PublishReleaseInput,
  caller: Caller,
  deps: PublishReleaseDeps,
): Promise<PublishedRelease> {
  requireRole(caller, 'publisher');
  const run = await requireRun(input.run_id, deps);
  requireOwner(caller, run.group);
  const by = await actorOf(deps.table, caller);
  const selection = await readSelection(deps.lake, run.run_id);
  const secondPerson = (state: PeriodState) => requireUninvolved(by, run, selection, state, deps);
  const known = await requirePeriod(deps.ledger, run.group, run.period);
  await secondPerson(known);
  requireReady(known, run);
  const files = await readPreparedRelease(deps.lake, run.run_id);
  const manifestSha256 = sha256Of(fileOf(files, manifestPath));
  const decision = { run, selection, manifestSha256, by, despite: input.despite, requireSecondPerson: secondPerson };
  const state = await decideRelease(decision, deps);
  const release = await completeRelease({ run, files }, state, deps);
  return { ...release, ...peopleOf(run, state), not_counted: await listUncounted(run, state, deps) };
}

function peopleOf(
  { run_id }: Run,
  state: PeriodState,
): Pick<PublishedRelease, 'run_by' | 'released_by' | 'despite_vi'> {
  const { released_by, despite_vi } = releaseMadeOf(state, run_id);
  const run_by = [...startersOf(state, run_id)];
  return { run_by, released_by, ...(despite_vi === undefined ? {} : { despite_vi }) };
}

async function listUncounted(run: Run, state: PeriodState, { ledger }: PublishReleaseDeps): Promise<UncountedUpload[]> {
  const members = membersOf(run.group, run.period).map(({ unit_id }) => unit_id);
  const units = await readUnits(ledger, run, state, members);
  return notCountedSince(run.started_at, state, units, (unitId) => unitOf(unitId).name_vi);
}
