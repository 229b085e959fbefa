import type { Bucket } from '../../shared/lake/objects.ts';
import { reportSourceOf } from '../../shared/release/build-release.ts';
import { readReportPlan } from '../../shared/release/report-plan.ts';
import { readPreparedInputs, readScores, readSelection, writePrepared } from '../../shared/release/run-files.ts';
import { releaseNameOf } from '../../shared/release/selection.ts';
import { writeUnitProfiles } from '../../shared/workbook/profile/unit-profile.ts';

export interface WriteProfilesInput {
  run_id: string;
  /** Which part of the run's units: 0, 1, … */
  part: number;
}

/** Writes the profiles of some units, beside other parts at the same time. May run again, and then writes the same. */
export async function writeProfiles({ run_id, part }: WriteProfilesInput, { lake }: { lake: Bucket }): Promise<void> {
  const { parts } = await readReportPlan(lake, run_id);
  const selection = await readSelection(lake, run_id);
  const inputFiles = await readPreparedInputs(lake, run_id);
  const scores = await readScores(lake, run_id);
  const source = await reportSourceOf({ release: releaseNameOf(selection), inputFiles, scores });
  await writePrepared(lake, run_id, await writeUnitProfiles(source, parts[part] ?? []));
}
