import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole } from '../../shared/http/require-caller.ts';
import { requirePeriod } from '../../shared/http/require-period.ts';
import { requireRun } from '../../shared/http/require-run.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { readSelection } from '../../shared/release/run-files.ts';
import { askOf } from './ask-of.ts';
import { type Asked, type Changer, type Guard, type GuardDeps, guards } from './guards.ts';
import { requireUninvolved } from './require-uninvolved.ts';

export interface Checklist {
  run_id: string;
  /** What it would be called, or is. */
  release: string;
  /** It is out: nothing is asked of it any more. */
  released: boolean;
  /** Nothing keeps the caller from releasing it. */
  releasable: boolean;
  conditions: Condition[];
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

/** What keeps this caller from releasing the run now, from the very guards that would refuse it. */
export async function readChecklist(runId: string, caller: Caller, deps: GuardDeps): Promise<Checklist> {
  requireRole(caller, 'publisher');
  const run = await requireRun(runId, deps);
  requireOwner(caller, run.group);
  const by = await actorOf(deps.table, caller);
  const selection = await readSelection(deps.lake, runId);
  const state = await requirePeriod(deps.ledger, run.group, run.period);
  const requireSecondPerson = (of: typeof state) => requireUninvolved(by, run, selection, of, deps);
  const asked = askOf(state, { run, selection, despite: undefined, requireSecondPerson }, deps);
  const released = run.status === 'released';
  const conditions = released ? [] : await Promise.all(guards.map((guard) => conditionOf(guard, asked)));
  const releasable = !released && conditions.every((one) => one.state === 'true');
  return { run_id: runId, release: run.release, released, releasable, conditions };
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
