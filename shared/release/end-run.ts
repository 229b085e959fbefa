import { appendToPeriod, type LedgerDeps } from '../ledger/append.ts';
import { system } from '../ledger/entry.ts';
import { foldPeriod, type RunState } from '../ledger/fold-period.ts';
import { Fault } from '../observability/fault.ts';
import type { Selection } from './selection.ts';

/** Which attempt of a run is at its end. */
export interface EndingRun {
  run_id: string;
  attempt: number;
}

/** Why it stopped, or the manifest of what it laid ready. */
export type Outcome = { at: Date } & ({ failure: NonNullable<RunState['failure']> } | { manifest_sha256: string });

/**
 * Says in the period's chain how an attempt ended: once, whichever came first. An attempt that another has followed, or
 * whose run is released, says nothing any more. Throws the fault `RUN_UNKNOWN`.
 */
export async function endRun(
  { run_id, attempt }: EndingRun,
  selection: Selection,
  outcome: Outcome,
  deps: LedgerDeps,
): Promise<void> {
  const { at, ...ended } = outcome;
  const about = { run_id, attempt, outcome: 'failure' in ended ? 'failed' : 'ready', ...ended } as const;
  await appendToPeriod(deps, selection, {
    cause: `run-ended/${run_id}/${attempt}`,
    decide: (entries) => {
      const run = foldPeriod(entries)?.runs.get(run_id);
      if (!run) throw new Fault('RUN_UNKNOWN', `run ${run_id} was never started`);
      if (run.status === 'released' || run.attempt !== attempt) return null;
      return { kind: 'run-ended', at: at.toISOString(), ...system, about };
    },
  });
}
