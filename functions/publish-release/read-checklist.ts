import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { readSelection } from '../../shared/release/run-files.ts';
import type { Run } from '../../shared/release/runs.ts';
import { readRelease } from '../../shared/score-store/releases.ts';
import { askOf } from './ask-of.ts';
import { type Asked, type Changer, type Guard, type GuardDeps, guards } from './guards.ts';
import { requireUninvolved } from './require-uninvolved.ts';
import { isAhead, isOfTheTwo } from './who-withdraws.ts';

export interface Checklist {
  run_id: string;
  /** What it would be called, or is. */
  release: string;
  /** It is decided and its minute has come: nothing is asked of it any more. */
  released: boolean;
  /** UTC; null: it is not. */
  released_at: string | null;
  /** All of it stands at its address. */
  published: boolean;
  /** That address, on the public site. */
  page: string;
  /** What is to go out of the period at its minute, of this run or another; null: nothing is. */
  announced: StandingAnnouncement | null;
  /** Nothing keeps the caller from releasing it. */
  releasable: boolean;
  /** Empty of a run that is out or announced: its guards were asked when that was decided. */
  conditions: Condition[];
}

export interface StandingAnnouncement {
  run_id: string;
  release: string;
  /** UTC. */
  public_at: string;
  announced_at: string;
  /** The caller is one of the two who may take it back, and it is not too late. */
  withdrawable: boolean;
}

export interface Condition {
  condition: Guard['condition'];
  /** `waiting`: it comes about without anybody’s deciding otherwise. */
  state: 'true' | 'false' | 'waiting';
  /** Who can change it; null where it is met. */
  changer: Changer | null;
  /** What the release would be refused with; null where it is met. */
  problem: { code: string; detail: string; detail_en: string; members: Record<string, unknown> } | null;
}

export interface ChecklistDeps extends GuardDeps {
  /** Of the public site. */
  origin: string;
}

/** What keeps this caller from releasing the run now, from the very guards that would refuse it. */
export async function readChecklist(runId: string, caller: Caller, deps: ChecklistDeps): Promise<Checklist> {
  requireRole(caller, 'publisher');
  const run = await requireRun(runId, deps);
  requireOwner(caller, run.group);
  const by = await actorOf(deps.table, caller);
  const selection = await readSelection(deps.lake, runId);
  const state = await requirePeriod(deps.ledger, run.group, run.period);
  const requireSecondPerson = (of: typeof state) => requireUninvolved(by, run, selection, of, deps);
  const asked = askOf(state, { run, selection, despite: undefined, requireSecondPerson }, deps);
  const released = run.status === 'released';
  const isDecided = released || standingAnnouncement(state)?.run_id === runId;
  const conditions: Condition[] = [];
  // One after the other: a fault of one leaves no other reading behind it.
  if (!isDecided) for (const guard of guards) conditions.push(await conditionOf(guard, asked));
  const releasable = !isDecided && conditions.every((one) => one.state === 'true');
  return {
    ...{ run_id: runId, release: run.release, released, releasable, conditions },
    released_at: releaseOf(state, run)?.released_at ?? null,
    published: released && (await isPublished(state, run, deps)),
    page: `${deps.origin}/releases/${run.release}/`,
    announced: await tellAnnounced(state, by.subject, deps),
  };
}

const releaseOf = ({ releases }: PeriodState, { run_id }: Run) => releases.find((one) => one.run_id === run_id);

async function isPublished(state: PeriodState, run: Run, { table }: ChecklistDeps): Promise<boolean> {
  const made = releaseOf(state, run);
  return made !== undefined && ((await readRelease(table, run, made.number))?.published ?? false);
}

async function tellAnnounced(
  state: PeriodState,
  subject: string,
  { now, table }: ChecklistDeps,
): Promise<StandingAnnouncement | null> {
  const announced = standingAnnouncement(state);
  if (!announced) return null;
  const { run_id, release, public_at, announced_at } = announced;
  const withdrawable = isAhead(announced, now()) && (await isOfTheTwo(subject, announced, state, table));
  return { run_id, release, public_at, announced_at, withdrawable };
}

async function conditionOf({ condition, changer, require }: Guard, asked: Asked): Promise<Condition> {
  try {
    await require(asked);
    return { condition, state: 'true', changer: null, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, detailEn: detail_en, members } = error;
    return {
      condition,
      state: isWaiting(changer, error) ? 'waiting' : 'false',
      changer,
      problem: { code, detail, detail_en, members },
    };
  }
}

const isWaiting = (changer: Changer, { members }: Problem): boolean =>
  changer === 'time' || members.status === 'running';
