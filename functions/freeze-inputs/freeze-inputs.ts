import { putTable } from '../../shared/lake/put-table.ts';
import { tableOf } from '../../shared/lake/tables.ts';
import { type Files, scoringInputs, writeFrozenInputs } from '../../shared/release/frozen-inputs.ts';
import { readPreviousFiles } from '../../shared/release/previous-release.ts';
import { readSelection, writePrepared } from '../../shared/release/run-files.ts';
import type { Selection } from '../../shared/release/selection.ts';
import { readReleases } from '../../shared/score-store/releases.ts';
import { numberRun } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { freezeTables } from '../../shared/scoring/freeze-tables.ts';
import { type CollectInputsDeps, collectInputs } from './collect-inputs.ts';

/** Copies what the run selected into its own frozen tables, and settles the number its release would bear. */
export async function freezeInputs(runId: string, deps: CollectInputsDeps): Promise<void> {
  const selection = await readSelection(deps.lake, runId);
  const inputs = await collectInputs(selection, deps);
  const previous: Files = selection.previous
    ? await readPreviousFiles(selection.previous, inputs.framework, deps.lake)
    : new Map();
  await writePrepared(deps.lake, runId, new Map([...writeFrozenInputs(inputs), ...previous]));
  for (const { table, rows } of freezeTables(scoringInputs(inputs))) {
    await putTable(deps.lake)(tableOf(table), runId, rows);
  }
  await numberRun(deps.table, runId, await nextReleaseNumber(selection, runId, deps.table));
}

/** The run's own number if it was released before, else the next free one. */
async function nextReleaseNumber(selection: Selection, runId: string, table: ScoreTable): Promise<number> {
  const releases = await readReleases(table, selection);
  const own = releases.find((release) => release.run_id === runId);
  return own?.number ?? (releases.at(-1)?.number ?? 0) + 1;
}
