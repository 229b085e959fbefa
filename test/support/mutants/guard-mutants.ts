import { appraisalMutants } from './appraisal.ts';
import { doorMutants } from './doors.ts';
import { draftMutants } from './drafts.ts';
import { edgeMutants } from './edge.ts';
import { ledgerMutants } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { releaseMutants } from './release.ts';
import { windowMutants } from './windows.ts';
import { writeMutants } from './writes.ts';

/** Every guard that is taken away, one at a time, by `test/long/guards.test.ts`. */
export const guardMutants: readonly Mutant[] = [
  ...releaseMutants,
  ...ledgerMutants,
  ...writeMutants,
  ...doorMutants,
  ...windowMutants,
  ...edgeMutants,
  ...draftMutants,
  ...appraisalMutants,
];
