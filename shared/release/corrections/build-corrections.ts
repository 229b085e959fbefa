import { Fault } from '../../observability/fault.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import {
  correctedInputsOf,
  correctedPath,
  correctionPath,
  type Files,
  readFrozenInputs,
  textOf,
} from '../frozen-inputs.ts';
import type { SelectedCorrection } from '../selection.ts';
import type { Corrections } from './corrections.ts';
import { describeCorrections } from './describe-corrections.ts';

/** What lies in `inputs/correction.json`. */
interface FrozenCorrection {
  corrects: string;
  reason: SelectedCorrection['reason'];
}

/** From the release's own inputs alone; null for the first of a period. Throws the fault `CORRECTION_MISMATCHED`. */
export async function buildCorrections(now: Scoreboard, inputFiles: Files): Promise<Corrections | null> {
  const earlier = correctedInputsOf(inputFiles);
  if (!inputFiles.has(correctionPath) || !earlier) return null;
  const { corrects, reason } = JSON.parse(textOf(inputFiles, correctionPath)) as FrozenCorrection;
  const before = JSON.parse(textOf(inputFiles, correctedPath)) as Scoreboard;
  if (before.release !== corrects)
    throw new Fault('CORRECTION_MISMATCHED', `${now.release} corrects ${corrects}, and holds ${before.release}`);
  const inputs = { now: await readFrozenInputs(inputFiles), before: await readFrozenInputs(earlier) };
  return describeCorrections({ now, before, inputs, reason });
}
