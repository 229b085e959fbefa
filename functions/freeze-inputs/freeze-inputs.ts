import type { Bucket } from '../../shared/lake/objects.ts';
import { putTable } from '../../shared/lake/put-table.ts';
import { tableOf } from '../../shared/lake/tables.ts';
import { readCorrectedFiles } from '../../shared/release/corrected-release.ts';
import { type Files, scoringInputs, writeFrozenInputs } from '../../shared/release/frozen-inputs.ts';
import { readHistoryFiles, readPreviousFiles } from '../../shared/release/previous-release.ts';
import { readSelection, writePrepared } from '../../shared/release/run-files.ts';
import type { Selection } from '../../shared/release/selection.ts';
import { freezeTables } from '../../shared/scoring/freeze-tables.ts';
import { collectInputs } from './collect-inputs.ts';

/** Copies what the run selected into its own frozen tables. */
export async function freezeInputs(runId: string, { lake }: { lake: Bucket }): Promise<void> {
  const selection = await readSelection(lake, runId);
  const inputs = await collectInputs(selection, lake);
  const releases = await readReleaseFiles(selection, lake);
  await writePrepared(lake, runId, new Map([...writeFrozenInputs(inputs), ...releases]));
  for (const { table, rows } of freezeTables(scoringInputs(inputs))) {
    await putTable(lake)(tableOf(table), runId, rows);
  }
}

/** What is kept of the releases that this one is compared with: of periods before, and the one it corrects. */
async function readReleaseFiles(selection: Selection, lake: Bucket): Promise<Files> {
  const { previous, history = [], corrects } = selection;
  return new Map([
    ...(previous ? await readPreviousFiles(previous, lake) : []),
    ...(previous ? await readHistoryFiles([previous, ...history], lake) : []),
    ...(corrects ? await readCorrectedFiles(corrects, lake) : []),
  ]);
}
