import type { Caller } from '../../shared/identity/caller.ts';
import { readChecks } from '../../shared/release/run-checks.ts';
import type { CheckRow } from '../../shared/scoring/compute-with-sql.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { type ReadRunDeps, readRun } from './read-run.ts';
import { type RunStep, readSteps } from './read-run-steps.ts';

export interface ToldChecks {
  run_id: string;
  status: string;
  steps: RunStep[];
  /** False: the run has not come so far. */
  checked: boolean;
  /** Failures first; empty: nothing was found. */
  rows: (CheckRow & { unit_name_vi: string | null })[];
  /** Where the second scorer came to something else. */
  differences: string[];
  /** How many more there were of both. */
  left: number;
  failure: { code: string; message: string } | null;
}

/** The steps of a run and what its checks found, also while it is under way and when it failed. */
export async function readRunChecks(runId: string, caller: Caller, deps: ReadRunDeps): Promise<ToldChecks> {
  const run = await readRun(runId, caller, deps);
  const [steps, checks] = await Promise.all([readSteps(run, deps.lake), readChecks(deps.lake, runId)]);
  const isOwn = steps.some(({ step, done_at }) => step === 'check' && done_at !== null);
  const { rows = [], differences = [], left } = (isOwn && checks) || {};
  return {
    ...{ run_id: runId, status: run.status, steps, checked: isOwn },
    rows: rows.map((row) => ({ ...row, unit_name_vi: row.unit_id && unitNameVi(row.unit_id) })),
    ...{ differences, left: (left?.rows ?? 0) + (left?.differences ?? 0), failure: run.failure },
  };
}
