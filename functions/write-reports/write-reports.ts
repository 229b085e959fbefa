import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { type EndingRun, endRun } from '../../shared/release/end-run.ts';
import { readPreparedInputs, readScores, readSelection, writePrepared } from '../../shared/release/run-files.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { writeRankingReport } from '../../shared/workbook/report/ranking-report.ts';

export interface WriteReportsDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/** Lays every file of the release ready and opens the preview. */
export async function writeReports(ending: EndingRun, deps: WriteReportsDeps): Promise<void> {
  const { run_id } = ending;
  const selection = await readSelection(deps.lake, run_id);
  const inputFiles = await readPreparedInputs(deps.lake, run_id);
  const scores = await readScores(deps.lake, run_id);
  const files = await buildRelease({ release: releaseNameOf(selection), inputFiles, scores }, writeRankingReport);
  await writePrepared(deps.lake, run_id, files);
  await endRun(ending, selection, { at: deps.now(), failure: null }, deps);
}
