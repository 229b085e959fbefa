import type { Bucket } from '../../shared/lake/objects.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import type { EndingRun } from '../../shared/release/end-run.ts';
import {
  readPreparedInputs,
  readPreparedScoreboard,
  readScores,
  readSelection,
  writePrepared,
} from '../../shared/release/run-files.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { keepSitePlan } from '../../shared/release/site-plan.ts';
import { listPages, type SiteExtent } from '../../shared/site/page-list.ts';
import { writeReleaseWorkbooks } from '../../shared/workbook/release-workbooks.ts';

export interface WriteReportsDeps {
  lake: Bucket;
  ledger: Ledger;
  extent: SiteExtent;
}

/** What the state machine goes on with: the parts of the pages that are to be drawn. */
export interface ReportsWritten {
  site: { parts: number[] };
}

/** Pages of one part: some seconds of one small function. */
const pagesOfPart = 120;

/**
 * Lays every file of the release ready. Once: what is previewed is named in the period's chain, and newer code, should the
 * step come again, might make other bytes of it.
 */
export async function writeReports({ run_id }: EndingRun, deps: WriteReportsDeps): Promise<ReportsWritten> {
  const selection = await readSelection(deps.lake, run_id);
  if (await isReady(run_id, selection, deps)) return { site: { parts: [] } };
  const inputFiles = await readPreparedInputs(deps.lake, run_id);
  const scores = await readScores(deps.lake, run_id);
  const files = await buildRelease({ release: releaseNameOf(selection), inputFiles, scores }, writeReleaseWorkbooks);
  await writePrepared(deps.lake, run_id, files);
  const pages = listPages(await readPreparedScoreboard(deps.lake, run_id), deps.extent).length;
  const parts = Math.ceil(pages / pagesOfPart);
  await keepSitePlan(deps.lake, run_id, { extent: deps.extent, parts });
  return { site: { parts: Array.from({ length: parts }, (_, part) => part) } };
}

async function isReady(runId: string, of: PeriodOf, { ledger }: WriteReportsDeps): Promise<boolean> {
  const status = (await readPeriod(ledger, of))?.runs.get(runId)?.status;
  return status === 'ready' || status === 'released';
}
