import type { Framework } from '../frameworks/framework.ts';
import { preparedKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { findIncomparability, type LaterFacts } from './changes/comparable.ts';
import { findEarlierRelease } from './earlier-release.ts';
import { type Files, type FrozenInputs, keepAsPrevious, previousPath, readFrozenInputs } from './frozen-inputs.ts';
import { readPreparedInputs } from './run-files.ts';
import type { SelectedPrevious } from './selection.ts';

/** The last comparable release before a period, as a run selects it; null: there is none. */
export async function findPrevious(
  of: LaterFacts,
  framework: Framework,
  table: ScoreTable,
): Promise<SelectedPrevious | null> {
  const isComparable = (header: Parameters<typeof findIncomparability>[2]) =>
    findIncomparability(of, framework, header) === null;
  const found = await findEarlierRelease(of, isComparable, table);
  if (!found) return null;
  const { release, header } = found;
  return { release: release.release, run_id: release.run_id, framework_sha256: header.framework.sha256 };
}

/**
 * Input files about the previous release: its scoreboard byte for byte and, when its framework was another, what it was
 * scored from.
 */
export async function readPreviousFiles(
  previous: SelectedPrevious,
  framework: Framework,
  lake: Bucket,
): Promise<Files> {
  const scoreboard = await getObject(lake, preparedKey(previous.run_id, 'scoreboard.json'));
  if (!scoreboard) throw new Fault('RUN_FILE_MISSING', `the scoreboard of ${previous.release} is not in the lake`);
  const files: Files = new Map([[previousPath, scoreboard.bytes]]);
  if (previous.framework_sha256 === framework.sha256) return files;
  return new Map([...files, ...keepAsPrevious(await readPreparedInputs(lake, previous.run_id))]);
}

/** What the previous release was scored from, for values that are carried forward. */
export const readPreviousInputs = async (previous: SelectedPrevious, lake: Bucket): Promise<FrozenInputs> =>
  readFrozenInputs(await readPreparedInputs(lake, previous.run_id));
