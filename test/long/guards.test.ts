import { describe, expect, it } from 'vitest';
import { guardMutants } from '../support/mutants/guard-mutants.ts';
import { outcomeLine } from '../support/mutants/outcome-table.ts';
import { failingUnchanged, runMutants } from '../support/mutants/run-mutants.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const thirtyMinutes = 1_800_000;

describe('a guard that is taken away', () => {
  it('is taken from sources whose tests pass: what fails in them has no other reason', async () => {
    expect(await failingUnchanged(guardMutants)).toEqual([]);
  });

  it('fails a test that is named for it', { timeout: thirtyMinutes }, async () => {
    const outcomes = await runMutants(guardMutants, (outcome) => say(outcomeLine(outcome)));
    const survivors = outcomes.filter(({ killedBy }) => killedBy === null).map(outcomeLine);
    say(`${outcomes.length - survivors.length} of ${outcomes.length} mutants killed`);
    expect(survivors).toEqual([]);
  });
});
