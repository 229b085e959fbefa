import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { type EndingRun, endRun } from '../../shared/release/end-run.ts';
import { fileOf } from '../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { readPreparedInputs, readScores, readSelection, writePrepared } from '../../shared/release/run-files.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';

export interface WriteReportsDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

/**
 * Lays every file of the release ready and opens the preview. Once: what is previewed is named in the period's chain, and
 * newer code, should the step come again, might make other bytes of it.
 */
export async function writeReports(ending: EndingRun, deps: WriteReportsDeps): Promise<void> {
  const { run_id } = ending;
  const selection = await readSelection(deps.lake, run_id);
  if (await isReady(run_id, selection, deps)) return;
  const inputFiles = await readPreparedInputs(deps.lake, run_id);
  const scores = await readScores(deps.lake, run_id);
  const files = await buildRelease({ release: releaseNameOf(selection), inputFiles, scores }, writeReleaseWorkbooks);
  await writePrepared(deps.lake, run_id, files);
  const manifest_sha256 = sha256Of(fileOf(files, manifestPath));
  await endRun(ending, selection, { at: deps.now(), manifest_sha256 }, deps);
}

async function isReady(runId: string, of: PeriodOf, { ledger }: WriteReportsDeps): Promise<boolean> {
  const status = (await readPeriod(ledger, of))?.runs.get(runId)?.status;
  return status === 'ready' || status === 'released';
}
