import type { Bucket } from '../../shared/lake/objects.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { releaseNameOf } from '../../shared/release/release-name.ts';
import { readPreparedInputs, readScores, writePrepared } from '../../shared/release/run-files.ts';
import { requireRun } from '../../shared/score-store/require-run.ts';
import { moveRun } from '../../shared/score-store/runs.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { writeRankingReport } from '../../shared/workbook/report/ranking-report.ts';

export interface WriteReportsDeps {
  lake: Bucket;
  table: ScoreTable;
}

/** Lays every file of the release ready and opens the preview. */
export async function writeReports(runId: string, deps: WriteReportsDeps): Promise<void> {
  const run = await requireRun(deps.table, runId);
  const inputFiles = await readPreparedInputs(deps.lake, runId);
  const scores = await readScores(deps.lake, runId);
  const files = await buildRelease({ release: releaseNameOf(run), inputFiles, scores }, writeRankingReport);
  await writePrepared(deps.lake, runId, files);
  await moveRun(deps.table, runId, 'ready');
}
