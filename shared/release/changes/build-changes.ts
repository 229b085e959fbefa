import type { Framework } from '../../frameworks/framework.ts';
import { readFrameworkDocument } from '../../frameworks/framework-document.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import {
  type Files,
  frameworkPath,
  previousInputsOf,
  previousPath,
  readFrozenInputs,
  scoringInputs,
  textOf,
} from '../frozen-inputs.ts';
import type { Changes } from './changes.ts';
import { requireRightChanges } from './check-changes.ts';
import { describeChanges } from './describe-changes.ts';
import { rescoreEarlier } from './rescore-earlier.ts';
import type { RankedValues } from './split-rank-change.ts';

/** From the release's own inputs alone; null when there was no comparable release. Wrong changes stop the release. */
export async function buildChanges(now: Scoreboard, inputFiles: Files): Promise<Changes | null> {
  if (!inputFiles.has(previousPath)) return null;
  const before = JSON.parse(textOf(inputFiles, previousPath)) as Scoreboard;
  const framework = readFrameworkDocument(textOf(inputFiles, frameworkPath));
  // By the same framework nothing is to be scored again.
  const isSame = now.framework.sha256 === before.framework.sha256;
  const rescored = isSame ? null : await rescore(inputFiles, framework);
  const changes = describeChanges({ now, before, framework, rescored });
  requireRightChanges(changes, now, before);
  return changes;
}

async function rescore(inputFiles: Files, framework: Framework): Promise<RankedValues | null> {
  const earlier = previousInputsOf(inputFiles);
  return earlier && rescoreEarlier(scoringInputs(await readFrozenInputs(earlier)), framework);
}
