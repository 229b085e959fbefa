import { canonicalJson } from '../digest/canonical-json.ts';
import type { Bucket } from '../lake/objects.ts';
import { correctedPath, correctionPath, type Files, fileOf, keepAsCorrected } from './frozen-inputs.ts';
import { readReleasedFiles } from './run-files.ts';
import type { SelectedCorrection } from './selection.ts';

/**
 * Input files about the release that a correction takes the place of: which one and why, its scoreboard byte for byte and
 * what it was scored from, so that every difference can be told with its cause.
 */
export async function readCorrectedFiles(corrects: SelectedCorrection, lake: Bucket): Promise<Files> {
  const released = await readReleasedFiles(lake, corrects);
  return new Map([
    [correctionPath, correctionFile(corrects)],
    [correctedPath, fileOf(released, 'scoreboard.json')],
    ...keepAsCorrected(released),
  ]);
}

/** Without the run's id: who reads a release knows others by name. */
const correctionFile = ({ release, reason }: SelectedCorrection): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ corrects: release, reason }));
