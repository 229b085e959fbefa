import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { type Files, inputsDigest, readFrozenInputs } from './frozen-inputs.ts';
import { scoreboardOfInputs } from './scoreboard-of-inputs.ts';

/** The published table of a run, from its input files as they were frozen and the scores over them. */
export async function scoreboardOf(release: string, inputFiles: Files, scores: Scores): Promise<Scoreboard> {
  const inputs = await readFrozenInputs(inputFiles);
  return scoreboardOfInputs({ release, inputs, inputsSha256: inputsDigest(inputFiles), scores });
}
