import { scoreReference } from '../../scoring/reference/score-reference.ts';
import type { IndicatorPoints } from '../../scoring/scores.ts';
import { type Files, type FrozenInputs, previousInputsOf, readFrozenInputs, scoringInputs } from '../frozen-inputs.ts';

/** What the release that this one is compared with was scored from, and the points it gave. */
export interface EarlierRound {
  inputs: FrozenInputs;
  points: IndicatorPoints[];
}

/** From the release's own inputs alone; null where nothing of an earlier round is kept. */
export async function readEarlierRound(inputFiles: Files): Promise<EarlierRound | null> {
  const files = previousInputsOf(inputFiles);
  if (!files) return null;
  const inputs = await readFrozenInputs(files);
  // By its own framework: what was published then, and not what the present one would have given.
  return { inputs, points: scoreReference(scoringInputs(inputs)).indicator_points };
}
