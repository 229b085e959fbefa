import type { Bucket } from '../../shared/lake/objects.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { sealRelease as sealFiles } from '../../shared/release/build-release.ts';
import type { EndingRun } from '../../shared/release/end-run.ts';
import { textOf } from '../../shared/release/frozen-inputs.ts';
import { readReportPlan } from '../../shared/release/report-plan.ts';
import { readPrepared, readSelection, writePrepared } from '../../shared/release/run-files.ts';
import { isLaidReady } from '../../shared/release/runs.ts';
import { keepSitePlan } from '../../shared/release/site-plan.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { listPages, type SiteExtent } from '../../shared/site/page-list.ts';
import { profilePath } from '../../shared/workbook/profile/unit-profile.ts';

export interface SealReleaseDeps {
  lake: Bucket;
  ledger: Ledger;
  extent: SiteExtent;
}

/** What the state machine goes on with: the parts of the pages that are to be drawn. */
export interface ReleaseSealed {
  site: { parts: number[] };
}

/** Pages of one part: some seconds of one small function. */
const pagesOfPart = 120;

/** Adds the files of open data and the manifest over all that was planned. Fault `RUN_FILE_MISSING`: a file of it is not there. */
export async function sealRelease({ run_id }: EndingRun, deps: SealReleaseDeps): Promise<ReleaseSealed> {
  const selection = await readSelection(deps.lake, run_id);
  if (await isLaidReady(run_id, selection, deps)) return { site: { parts: [] } };
  const { made, parts: profiles } = await readReportPlan(deps.lake, run_id);
  const files = await readPrepared(deps.lake, run_id, [...made, ...profiles.flat().map(profilePath)]);
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
  const sealed = sealFiles(scoreboard, files);
  await writePrepared(deps.lake, run_id, new Map([...sealed].filter(([path]) => !files.has(path))));
  const paths = listPages(scoreboard, deps.extent).map(({ path }) => path);
  const parts = Math.ceil(paths.length / pagesOfPart);
  await keepSitePlan(deps.lake, run_id, { extent: deps.extent, parts, paths });
  return { site: { parts: Array.from({ length: parts }, (_, part) => part) } };
}
