import { enterRound } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { describePreview, type PreviewView } from '../../shared/ledger/describe-period.ts';
import type { PeriodState, RunState } from '../../shared/ledger/fold-period.ts';
import { readSelection } from '../../shared/release/run-files.ts';
import { describeRun, type Run } from '../../shared/release/runs.ts';
import type { Selection } from '../../shared/release/selection.ts';
import type { ReadRunDeps } from './read-run.ts';

/** A run in the list of its period. */
export interface RunLine extends Run {
  /** Units whose figures it took. */
  units: number;
  /** Decisions that it took. */
  decisions: number;
  /** Release that its changes are against; null: none is comparable. */
  previous: string | null;
  /** As it was opened to units; null: it was not. */
  preview: PreviewView | null;
  released_at: string | null;
  /** Opaque id of the person. */
  released_by: string | null;
}

export interface RunList extends PeriodOf {
  /** The last started first. */
  runs: RunLine[];
}

const concurrentReads = 16;

/** Every run of a period, from its chain, each with what it selected. */
export async function listRuns(
  { group, period }: PeriodOf,
  caller: Caller,
  deps: ReadRunDeps & { now: () => Date },
): Promise<RunList> {
  const state = await enterRound(caller, { group, period }, deps.ledger, 'publisher', 'operator');
  const runs = [...state.runs.values()].sort((a, b) => (a.started_at > b.started_at ? -1 : 1));
  const lines = mapConcurrently(runs, concurrentReads, async (run) =>
    describeLine(run, state, await readSelection(deps.lake, run.run_id), deps.now()),
  );
  return { group, period, runs: await lines };
}

function describeLine(run: RunState, state: PeriodState, selection: Selection, now: Date): RunLine {
  const made = state.releases.find(({ run_id }) => run_id === run.run_id);
  const shown = state.previews.findLast(({ run_id }) => run_id === run.run_id) ?? null;
  return {
    ...describeRun(run, selection),
    units: selection.submissions.length,
    decisions: selection.appraisals?.length ?? 0,
    previous: selection.previous?.release ?? null,
    preview: describePreview(shown, now),
    released_at: made?.released_at ?? null,
    released_by: made?.released_by ?? null,
  };
}
