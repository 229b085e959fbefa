import type { Actor } from '../../shared/identity/actor.ts';
import { appendToPeriod, type LedgerDeps } from '../../shared/ledger/append.ts';
import { foldPeriod, type PeriodState, type RunState } from '../../shared/ledger/fold-period.ts';
import type { Chosen } from './choose-selection.ts';

interface Taking {
  run_id: string;
  /** Attempt whose execution has ended, whatever the chain says of it; null: none is known to have. */
  silent: number | null;
}

/**
 * Takes the run's next attempt where one is due; of two callers one takes it, and both get the run as it then stands.
 * Null: a release came in after the selection was chosen.
 */
export async function takeAttempt(
  taking: Taking,
  { state, selection }: Pick<Chosen, 'state' | 'selection'>,
  by: Actor,
  deps: LedgerDeps & { now: () => Date },
): Promise<RunState | null> {
  const { run_id, silent } = taking;
  // Where the chain has grown since, this one is taken already, or nothing is due: `decide` finds out.
  const attempt = silent === null ? dueAttempt(state, taking) : silent + 1;
  if (attempt === null) return state.runs.get(run_id)!;
  const isSame = (now: PeriodState) => now.releases.length === state.releases.length;
  const { entries } = await appendToPeriod(deps, selection, {
    cause: `run/${run_id}/${attempt}`,
    decide: (known) => {
      const now = foldPeriod(known)!;
      if (!isSame(now) || dueAttempt(now, taking) !== attempt) return null;
      return { kind: 'run-started', at: deps.now().toISOString(), ...by, about: { run_id, attempt } };
    },
  });
  const now = foldPeriod(entries)!;
  return isSame(now) ? now.runs.get(run_id)! : null;
}

/** Null: the run is under way, ready or released, and stays what it is. */
function dueAttempt({ runs }: PeriodState, { run_id, silent }: Taking): number | null {
  const run = runs.get(run_id);
  if (!run) return 1;
  const isOver = run.status === 'failed' || (run.status === 'running' && run.attempt === silent);
  return isOver ? run.attempt + 1 : null;
}
