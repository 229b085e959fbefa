import type { Framework } from '../frameworks/framework.ts';
import type { Bucket } from '../lake/objects.ts';
import type { LedgerDeps } from '../ledger/append.ts';
import { findIncomparability, type LaterFacts } from './changes/comparable.ts';
import { findEarlierRelease } from './earlier-release.ts';
import {
  type Files,
  type FrozenInputs,
  fileOf,
  keepAsPrevious,
  previousPath,
  readFrozenInputs,
} from './frozen-inputs.ts';
import { readReleasedFiles } from './run-files.ts';
import type { SelectedPrevious } from './selection.ts';

/** The last comparable release before a period, as a run selects it; null: there is none. */
export async function findPrevious(
  of: LaterFacts,
  framework: Framework,
  deps: LedgerDeps,
): Promise<SelectedPrevious | null> {
  const isComparable = (header: Parameters<typeof findIncomparability>[2]) =>
    findIncomparability(of, framework, header) === null;
  const found = await findEarlierRelease(of, isComparable, deps);
  if (!found) return null;
  const { release, run_id, manifest_sha256 } = found.release;
  return { release, run_id, manifest_sha256, framework_sha256: found.header.framework.sha256 };
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
  const released = await readReleasedFiles(lake, previous);
  const files: Files = new Map([[previousPath, fileOf(released, 'scoreboard.json')]]);
  if (previous.framework_sha256 === framework.sha256) return files;
  return new Map([...files, ...keepAsPrevious(released)]);
}

/** What the previous release was scored from, for values that are carried forward. */
export const readPreviousInputs = async (previous: SelectedPrevious, lake: Bucket): Promise<FrozenInputs> =>
  readFrozenInputs(await readReleasedFiles(lake, previous));
