import type { Framework } from '../frameworks/framework.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import type { Bucket } from '../lake/objects.ts';
import type { LedgerDeps } from '../ledger/append.ts';
import type { ScoreboardHeader } from '../score-store/scores.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import { findIncomparability, type LaterFacts } from './changes/comparable.ts';
import { type EarlierRelease, findEarlierRelease, listEarlierReleases } from './earlier-release.ts';
import {
  type Files,
  type FrozenInputs,
  fileOf,
  historyPath,
  keepAsPrevious,
  previousPath,
  readFrozenInputs,
} from './frozen-inputs.ts';
import { freezeHistory, mostPeriods, renderHistory } from './history/frozen-history.ts';
import { readReleasedFiles, readReleasedText } from './run-files.ts';
import type { SelectedEarlier, SelectedPrevious } from './selection.ts';

/** The last comparable release before a period, as a run selects it; null: there is none. */
export async function findPrevious(
  of: LaterFacts,
  framework: Framework,
  deps: LedgerDeps,
): Promise<SelectedPrevious | null> {
  const found = await findEarlierRelease(of, comparableWith(of, framework), deps);
  return found && selectedOf(found);
}

/** That one and those of the periods before it, newest first, as many as a history goes back. */
export async function listComparable(
  of: LaterFacts,
  framework: Framework,
  deps: LedgerDeps,
): Promise<SelectedPrevious[]> {
  const found = await listEarlierReleases({ ...of, most: mostPeriods }, comparableWith(of, framework), deps);
  return found.map(selectedOf);
}

const comparableWith = (of: LaterFacts, framework: Framework) => (header: ScoreboardHeader) =>
  findIncomparability(of, framework, header) === null;

function selectedOf({ release: { release, run_id, manifest_sha256 }, header }: EarlierRelease): SelectedPrevious {
  return { release, run_id, manifest_sha256, framework_sha256: header.framework.sha256 };
}

/** The input file of the history: what each of them said, byte for byte believed by the hash in the ledger. */
export async function readHistoryFiles(selected: readonly SelectedEarlier[], lake: Bucket): Promise<Files> {
  const texts = await mapConcurrently([...selected], 4, (one) => readReleasedText(lake, one, 'scoreboard.json'));
  const history = freezeHistory(texts.map((text) => JSON.parse(text) as Scoreboard));
  return new Map([[historyPath, new TextEncoder().encode(renderHistory(history))]]);
}

/**
 * Input files about the previous release: its scoreboard byte for byte, and what it was scored from. That says, indicator by
 * indicator, why a value is another now; and it is scored again where its framework was another.
 */
export async function readPreviousFiles(previous: SelectedPrevious, lake: Bucket): Promise<Files> {
  const released = await readReleasedFiles(lake, previous);
  return new Map([[previousPath, fileOf(released, 'scoreboard.json')], ...keepAsPrevious(released)]);
}

/** What the previous release was scored from, for values that are carried forward. */
export const readPreviousInputs = async (previous: SelectedPrevious, lake: Bucket): Promise<FrozenInputs> =>
  readFrozenInputs(await readReleasedFiles(lake, previous));
