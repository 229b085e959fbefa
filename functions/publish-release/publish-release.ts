import type { Caller } from '../../shared/identity/caller.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readUnits } from '../../shared/ledger/read-ledger.ts';
import { startersOf } from '../../shared/release/involved-in.ts';
import { notCountedSince, type UncountedUpload } from '../../shared/release/not-counted.ts';
import type { Run } from '../../shared/release/runs.ts';
import { noteAnnounced } from '../../shared/score-store/announced.ts';
import { type Release, readRelease } from '../../shared/score-store/releases.ts';
import { membersOf, unitOf } from '../../shared/units/registry.ts';
import { type CompleteDeps, completeRelease, type Decided, describeOwn, releaseMadeOf } from './complete-release.ts';
import { decideRelease } from './decide-release.ts';
import { isUnderWay } from './place-pages.ts';
import { prepareDecision } from './prepare-decision.ts';

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
  /** False: somebody else had decided it before, and this call at most completed it. */
  decided_by_caller: boolean;
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
  const { run, files, decision } = await prepareDecision(input, caller, deps);
  // Before the entry: should this call be cut off and nobody ask again, the minute completes what the chain decided by then.
  await noteAnnounced(deps.table, { ...run, public_at: minuteOf(deps.now()) });
  const state = await decideRelease(decision, deps);
  const release = await completeInTime({ run, files }, state, deps);
  const people = peopleOf(run, state);
  const decided_by_caller = people.released_by === decision.by.subject;
  return { ...release, ...people, decided_by_caller, not_counted: await listUncounted(run, state, deps) };
}

/** However often a release is asked for, a minute has one note. */
const minuteOf = (at: Date): string => `${at.toISOString().slice(0, 16)}:00.000Z`;

/**
 * As far as this call has time; `published` says whether all of it stands, or the same call is to go on. Its number is not
 * reserved yet while pages of the release before it are put.
 */
async function completeInTime(decided: Decided, state: PeriodState, deps: PublishReleaseDeps): Promise<Release> {
  try {
    return await completeRelease(decided, state, deps);
  } catch (error) {
    if (!isUnderWay(error)) throw error;
    const reserved = await readRelease(deps.table, decided.run, releaseMadeOf(state, decided.run.run_id).number);
    return { ...(reserved ?? (await describeOwn(decided, state, deps))), published: false };
  }
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
