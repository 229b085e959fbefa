import type { Bucket } from '../../shared/lake/objects.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { buildOutputs, reportSourceOf } from '../../shared/release/build-release.ts';
import type { EndingRun } from '../../shared/release/end-run.ts';
import { collectReceipts } from '../../shared/release/provenance/collect-receipts.ts';
import { keepProvenance } from '../../shared/release/provenance/kept-provenance.ts';
import { keepReportPlan } from '../../shared/release/report-plan.ts';
import { readPreparedInputs, readScores, readSelection, writePrepared } from '../../shared/release/run-files.ts';
import { isLaidReady } from '../../shared/release/runs.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { profiledUnits } from '../../shared/workbook/profile/unit-profile.ts';
import { writeGroupWorkbooks } from '../../shared/workbook/release-workbooks.ts';

export interface WriteReportsDeps {
  lake: Bucket;
  ledger: Ledger;
}

/** What the state machine goes on with: the parts of the profiles that are to be written. */
export interface ReportsWritten {
  profiles: { parts: number[] };
}

/** Profiles of one part: some seconds of one small function. */
export const profilesOfPart = 24;

/**
 * Lays the table, the workbooks of the group, and the receipts that pages and public are told, ready, and says which
 * profiles follow. Once: what is previewed is named in the period's chain, and newer code, should the step come again,
 * might make other bytes of it.
 */
export async function writeReports({ run_id }: EndingRun, deps: WriteReportsDeps): Promise<ReportsWritten> {
  const selection = await readSelection(deps.lake, run_id);
  if (await isLaidReady(run_id, selection, deps)) return { profiles: { parts: [] } };
  const inputFiles = await readPreparedInputs(deps.lake, run_id);
  const scores = await readScores(deps.lake, run_id);
  const release = releaseNameOf(selection);
  const source = await reportSourceOf({ release, inputFiles, scores });
  const files = await buildOutputs(source, inputFiles, writeGroupWorkbooks);
  // The inputs lie there as they were frozen: written again, they would look as if that step came after this one.
  await writePrepared(deps.lake, run_id, new Map([...files].filter(([path]) => !inputFiles.has(path))));
  await keepProvenance(deps.lake, run_id, await collectReceipts({ release, run_id }, source.inputs!, deps));
  const parts = inParts(profiledUnits(source));
  await keepReportPlan(deps.lake, run_id, { made: [...files.keys()], parts });
  return { profiles: { parts: parts.map((_, part) => part) } };
}

const inParts = (units: string[]): string[][] =>
  Array.from({ length: Math.ceil(units.length / profilesOfPart) }, (_, part) =>
    units.slice(part * profilesOfPart, (part + 1) * profilesOfPart),
  );
