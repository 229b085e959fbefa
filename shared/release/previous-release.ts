import type { Framework } from '../frameworks/framework.ts';
import { preparedKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { comparePeriodEnds, parsePeriod } from '../periods/period.ts';
import { type Release, readCurrentPeriods, readCurrentRelease } from '../score-store/releases.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { readScoreHeader } from '../score-store/scores.ts';
import { findIncomparability, type LaterFacts } from './changes/comparable.ts';
import { type Files, keepAsPrevious, previousPath } from './frozen-inputs.ts';
import { readPreparedInputs } from './run-files.ts';

export interface PreviousReleaseDeps {
  lake: Bucket;
  table: ScoreTable;
}

/**
 * Input files about the last comparable release: its scoreboard byte for byte and, when its framework was another, what
 * it was scored from. Empty when there is none.
 */
export async function readPrevious(of: LaterFacts, framework: Framework, deps: PreviousReleaseDeps): Promise<Files> {
  const previous = await findPrevious(of, framework, deps.table);
  if (!previous) return new Map();
  const { run_id, release } = previous.release;
  const scoreboard = await getObject(deps.lake, preparedKey(run_id, 'scoreboard.json'));
  if (!scoreboard) throw new Fault('RUN_FILE_MISSING', `the scoreboard of ${release} is not in the lake`);
  const files: Files = new Map([[previousPath, scoreboard.bytes]]);
  if (previous.frameworkSha256 === framework.sha256) return files;
  return new Map([...files, ...keepAsPrevious(await readPreparedInputs(deps.lake, run_id))]);
}

/** The current release of the latest earlier period that may be compared. */
async function findPrevious(
  of: LaterFacts,
  framework: Framework,
  table: ScoreTable,
): Promise<{ release: Release; frameworkSha256: string } | null> {
  const now = parsePeriod(of.period);
  const periods = (await readCurrentPeriods(table, of.index, of.group)).map(parsePeriod);
  const earlier = periods.filter((one) => comparePeriodEnds(one, now) < 0).sort(comparePeriodEnds);
  for (const { period } of earlier.reverse()) {
    const release = await readCurrentRelease(table, { index: of.index, group: of.group, period });
    const header = release && (await readScoreHeader(table, release.run_id));
    const isComparable = header && findIncomparability(of, framework, header) === null;
    if (isComparable) return { release, frameworkSha256: header.framework.sha256 };
  }
  return null;
}
