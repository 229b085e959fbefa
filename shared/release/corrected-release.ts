import { canonicalJson } from '../digest/canonical-json.ts';
import { preparedKey } from '../lake/keys.ts';
import { type Bucket, getObject } from '../lake/objects.ts';
import { Fault } from '../observability/fault.ts';
import { correctedPath, correctionPath, type Files, keepAsCorrected } from './frozen-inputs.ts';
import { readPreparedInputs } from './run-files.ts';
import type { SelectedCorrection } from './selection.ts';

/**
 * Input files about the release that a correction takes the place of: which one and why, its scoreboard byte for byte and
 * what it was scored from, so that every difference can be told with its cause.
 */
export async function readCorrectedFiles(corrects: SelectedCorrection, lake: Bucket): Promise<Files> {
  const scoreboard = await getObject(lake, preparedKey(corrects.run_id, 'scoreboard.json'));
  if (!scoreboard) throw new Fault('RUN_FILE_MISSING', `the scoreboard of ${corrects.release} is not in the lake`);
  return new Map([
    [correctionPath, correctionFile(corrects)],
    [correctedPath, scoreboard.bytes],
    ...keepAsCorrected(await readPreparedInputs(lake, corrects.run_id)),
  ]);
}

/** Without the run's id: who reads a release knows others by name. */
const correctionFile = ({ release, reason }: SelectedCorrection): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ corrects: release, reason }));
