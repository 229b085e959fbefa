import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomMutant } from './draw-mutants.ts';

/** A change that was drawn, lived, and does nothing that anybody could notice. */
export interface KnownEquivalent {
  file: string;
  /** The whole line as it stands, without the space around it: it outlives lines that come before. */
  line: string;
  from: string;
  to: string;
  reason: string;
}

export const knownEquivalents = JSON.parse(
  readFileSync(join(import.meta.dirname, 'known-equivalents.json'), 'utf8'),
) as KnownEquivalent[];

export const equivalentOf = (mutant: RandomMutant): KnownEquivalent | undefined =>
  knownEquivalents.find((known) => isSame(known, mutant));

export const isSame = (known: KnownEquivalent, { file, lineText, from, to }: RandomMutant): boolean =>
  known.file === file && known.line === lineText && known.from === from && known.to === to;
