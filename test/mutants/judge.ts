import { runTests } from '../support/mutants/run-tests.ts';
import type { SourceCopy } from '../support/mutants/source-copy.ts';
import type { RandomMutant } from './draw-mutants.ts';
import { equivalentOf } from './known-equivalents.ts';
import { isClient, type Kind, kinds, testsOf } from './tests-of.ts';

export type Fate = 'killed' | 'SURVIVED' | 'UNDECIDED' | 'equivalent';

export interface Verdict {
  mutant: RandomMutant;
  fate: Fate;
  /** The test that failed, or why there is none. */
  by: string;
}

const timeoutMs = 900_000;
/** What a few files load, one process loads once. */
const oneWorker = '--maxWorkers=1';

/**
 * How many of each kind a mutant meets, one batch after the other: a file near the root of the imports is loaded by every
 * test, and what is far from it says nothing of it. A rate found so is a lower bound.
 */
const batches: [Kind, from: number, to: number][] = [
  ['unit', 0, 3],
  ['unit', 3, 10],
  ['engines', 0, 3],
  ['e2e', 0, 2],
  ['long', 0, 2],
];
/** Only a browser runs what is for a browser. */
const clientBatches: typeof batches = [
  ['unit', 0, 3],
  ['office', 0, 2],
  ['office', 2, 6],
];

/** Makes the change in the copy and runs the tests that load its file, up to the first that fails. */
export async function judge(mutant: RandomMutant, copy: SourceCopy, until: Kind): Promise<Verdict> {
  const known = equivalentOf(mutant);
  if (known !== undefined) return { mutant, fate: 'equivalent', by: known.reason };
  return copy.changeAt(mutant, async () => {
    let met = 0;
    for (const files of batchesFor(mutant.file, until)) {
      met += files.length;
      const { failed, broken, isTimedOut } = await runTests(copy.path, ['run', ...files, oneWorker], { timeoutMs });
      const [by] = [...failed, ...broken];
      if (by !== undefined) return { mutant, fate: 'killed', by };
      if (isTimedOut) return { mutant, fate: 'UNDECIDED', by: `not ended: ${files[0]} …` };
    }
    return { mutant, fate: 'SURVIVED', by: met === 0 ? 'no test loads it' : `${met} test files` };
  });
}

function batchesFor(file: string, until: Kind): string[][] {
  const tests = testsOf(file);
  return (isClient(file) ? clientBatches : batches)
    .filter(([kind]) => kinds.indexOf(kind) <= kinds.indexOf(until))
    .map(([kind, from, to]) =>
      tests
        .filter((test) => test.kind === kind)
        .slice(from, to)
        .map((test) => test.file),
    )
    .filter(({ length }) => length > 0);
}
