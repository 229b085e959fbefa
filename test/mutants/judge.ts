import { relative } from 'node:path';
import { runTests } from '../support/mutants/run-tests.ts';
import type { SourceCopy } from '../support/mutants/source-copy.ts';
import type { RandomMutant } from './draw-mutants.ts';
import { equivalentOf } from './known-equivalents.ts';
import { isClient, type Kind, kindOf, kinds, testsOf } from './tests-of.ts';

export type Fate = 'killed' | 'SURVIVED' | 'UNDECIDED' | 'equivalent';

export interface Verdict {
  mutant: RandomMutant;
  fate: Fate;
  /** The test that failed, or why there is none. */
  by: string;
  /** The file of that test. */
  killer?: string;
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
  ['unit', 10, 40],
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
export async function judge(mutant: RandomMutant, copy: SourceCopy, asked: readonly Kind[]): Promise<Verdict> {
  const known = equivalentOf(mutant);
  if (known !== undefined) return { mutant, fate: 'equivalent', by: known.reason };
  return copy.changeAt(mutant, async () => {
    let met = 0;
    for (const files of batchesFor(mutant.file, asked)) {
      met += files.length;
      const {
        failed,
        files: killers,
        broken,
        isTimedOut,
      } = await runTests(copy.path, ['run', ...files, oneWorker], { timeoutMs });
      const [by] = [...failed, ...broken];
      if (by !== undefined) return { mutant, fate: 'killed', by, ...(killers[0] && { killer: killers[0] }) };
      if (isTimedOut) return { mutant, fate: 'UNDECIDED', by: `not ended: ${files[0]} …` };
    }
    return { mutant, fate: 'SURVIVED', by: met === 0 ? 'no test loads it' : `${met} test files` };
  });
}

/** A test that fails without any change has killed nothing: who is said to be killed by it is undecided. */
export async function withoutFalseKills(verdicts: Verdict[], copy: SourceCopy): Promise<Verdict[]> {
  const killers = [...new Set(verdicts.flatMap(({ killer }) => killer ?? []))];
  const red = new Set<string>();
  for (const kind of kinds) {
    const files = killers.filter((file) => kindOf(relative(copy.path, file)) === kind);
    if (files.length === 0) continue;
    const { failed } = await runTests(copy.path, ['run', ...files, oneWorker], { timeoutMs, isWhole: true });
    for (const name of failed) red.add(name);
  }
  return verdicts.map((verdict) =>
    verdict.fate === 'killed' && red.has(verdict.by)
      ? { ...verdict, fate: 'UNDECIDED', by: `fails without it too: ${verdict.by}` }
      : verdict,
  );
}

function batchesFor(file: string, asked: readonly Kind[]): string[][] {
  const tests = testsOf(file);
  return (isClient(file) ? clientBatches : batches)
    .filter(([kind]) => asked.includes(kind))
    .map(([kind, from, to]) =>
      tests
        .filter((test) => test.kind === kind)
        .slice(from, to)
        .map((test) => test.file),
    )
    .filter(({ length }) => length > 0);
}
