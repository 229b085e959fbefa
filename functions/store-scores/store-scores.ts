import type { Bucket } from '../../shared/lake/objects.ts';
import { readPreparedInputs, readScores, readSelection } from '../../shared/release/run-files.ts';
import { scoreboardOf } from '../../shared/release/run-scoreboard.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { writeScoreboard } from '../../shared/score-store/scores.ts';

export interface StoreScoresDeps {
  lake: Bucket;
  table: ScoreTable;
}

/** Stores the checked scores under the run; nobody is shown them until a release names the run. */
export async function storeScores(runId: string, deps: StoreScoresDeps): Promise<void> {
  const selection = await readSelection(deps.lake, runId);
  const inputFiles = await readPreparedInputs(deps.lake, runId);
  const scores = await readScores(deps.lake, runId);
  const scoreboard = await scoreboardOf(releaseNameOf(selection), inputFiles, scores);
  await writeScoreboard(deps.table, runId, scoreboard);
}
