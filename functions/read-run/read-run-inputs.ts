import { requirePeriod } from '../../shared/http/require-period.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { type ChangedInput, changedInputs } from '../../shared/release/changed-inputs.ts';
import { notCountedSince, type UncountedUpload } from '../../shared/release/not-counted.ts';
import { readSelection } from '../../shared/release/run-files.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import type { Selection } from '../../shared/release/selection.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { unitNameVi } from '../../shared/units/names.ts';
import { type ReadRunDeps, readRun } from './read-run.ts';

export interface RunInputs {
  run_id: string;
  framework_sha256: string;
  previous: string | null;
  corrects: string | null;
  /** Files that it took, by unit_id. */
  submissions: TakenFile[];
  /** Members of which it took nothing, and why. */
  not_taken: { unit_id: string; unit_name_vi: string; state: string; waiting: boolean }[];
  /** What would be taken otherwise now; empty: nothing. */
  changed: ChangedInput[];
  /** What came since it was started and counts for nothing. */
  not_counted: UncountedUpload[];
}

export interface TakenFile {
  unit_id: string;
  unit_name_vi: string;
  sha256: string;
  format: string;
  /** Decisions that it took on them. */
  decisions: number;
}

/** Which files and decisions a run took, and what has come since. */
export async function readRunInputs(runId: string, caller: Caller, deps: ReadRunDeps & LedgerDeps): Promise<RunInputs> {
  const run = await readRun(runId, caller, deps);
  const selection = await readSelection(deps.lake, runId);
  const state = await requirePeriod(deps.ledger, run.group, run.period);
  const framework = await readPeriodFramework(deps.lake, state.terms);
  const now = await selectInputs(run, state, framework, deps);
  const taken = takenFiles(selection);
  const isTaken = new Set(taken.map(({ unit_id }) => unit_id));
  return {
    ...{ run_id: runId, framework_sha256: run.framework_sha256 },
    ...{ previous: selection.previous?.release ?? null, corrects: selection.corrects?.release ?? null },
    submissions: taken,
    not_taken: now.units
      .filter(({ unit_id }) => !isTaken.has(unit_id))
      .map(({ unit_id, standing }) => {
        const { state, waiting } = standing;
        return { unit_id, unit_name_vi: unitNameVi(unit_id), state, waiting: waiting !== null };
      }),
    changed: changedInputs(selection, now.selection, unitNameVi),
    not_counted: notCountedSince(run.started_at, state, now.units, unitNameVi),
  };
}

function takenFiles({ submissions, appraisals = [] }: Selection): TakenFile[] {
  const decisions = Map.groupBy(appraisals, ({ unit_id }) => unit_id);
  return submissions.map(({ unit_id, sha256, format }) => {
    const named = { unit_id, unit_name_vi: unitNameVi(unit_id), sha256, format };
    return { ...named, decisions: decisions.get(unit_id)?.length ?? 0 };
  });
}
