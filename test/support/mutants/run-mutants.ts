import type { Mutant, Outcome } from './mutant.ts';
import { runTests } from './run-tests.ts';
import { copySources, type SourceCopy } from './source-copy.ts';

/** Tests run at the same time, each in a copy of its own: two cores. */
const lanes = 2;
const timeoutMs = 300_000;

/** Every mutant against its tests, in order; `tell` hears of each as it ends. */
export async function runMutants(mutants: readonly Mutant[], tell: (outcome: Outcome) => void): Promise<Outcome[]> {
  const waiting = [...mutants.entries()];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    const copy = await copySources();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [place, mutant] = next;
        outcomes[place] = await runMutant(mutant, copy);
        tell(outcomes[place]);
      }
    } finally {
      await copy.remove();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return outcomes;
}

async function runMutant(mutant: Mutant, copy: SourceCopy): Promise<Outcome> {
  const began = performance.now();
  const only = mutant.only === undefined ? [] : ['-t', mutant.only];
  const tested = await copy.change(mutant, () => runTests(copy.path, ['run', ...mutant.tests, ...only], { timeoutMs }));
  const seconds = (performance.now() - began) / 1000;
  const [killedBy = null] = tested.failed;
  // A file that cannot be loaded fails for another reason than the guard that is gone.
  const note = tested.isTimedOut ? 'timed out' : tested.broken[0];
  return { mutant, killedBy, seconds, ...(note === undefined ? {} : { note }) };
}

/** The tests that are to fail, on sources that nobody changed: names of those that fail there too. */
export async function failingUnchanged(mutants: readonly Mutant[]): Promise<string[]> {
  const copy = await copySources();
  try {
    const files = [...new Set(mutants.filter(({ only }) => only === undefined).flatMap(({ tests }) => tests))];
    const { failed, broken, passed } = await runTests(copy.path, ['run', ...files], { timeoutMs, isWhole: true });
    return passed === 0 ? ['nothing ran'] : [...failed, ...broken];
  } finally {
    await copy.remove();
  }
}
