import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../infra/bundling.ts';
import { doorMutants } from '../support/mutants/doors.ts';
import { edgeMutants } from '../support/mutants/edge.ts';
import { ledgerMutants } from '../support/mutants/ledger.ts';
import { outcomeLine } from '../support/mutants/outcome-table.ts';
import { releaseMutants } from '../support/mutants/release.ts';
import { failingUnchanged, runMutants } from '../support/mutants/run-mutants.ts';
import { windowMutants } from '../support/mutants/windows.ts';
import { writeMutants } from '../support/mutants/writes.ts';

const mutants = [
  ...releaseMutants,
  ...ledgerMutants,
  ...writeMutants,
  ...doorMutants,
  ...windowMutants,
  ...edgeMutants,
];
const say = (line: string) => void process.stdout.write(`${line}\n`);
const thirtyMinutes = 1_800_000;

describe('a guard that is taken away', () => {
  it('is a change that can be made: its text stands in its file once', () => {
    const countOf = (file: string, text: string) =>
      readFileSync(join(projectRoot, file), 'utf8').split(text).length - 1;
    expect(mutants.filter(({ file, from }) => countOf(file, from) !== 1).map(({ name }) => name)).toEqual([]);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('is taken from sources whose tests pass: what fails in them has no other reason', async () => {
    expect(await failingUnchanged(mutants)).toEqual([]);
  });

  it('fails a test that is named for it', { timeout: thirtyMinutes }, async () => {
    const outcomes = await runMutants(mutants, (outcome) => say(outcomeLine(outcome)));
    const survivors = outcomes.filter(({ killedBy }) => killedBy === null).map(outcomeLine);
    say(`${outcomes.length - survivors.length} of ${outcomes.length} mutants killed`);
    expect(survivors).toEqual([]);
  });
});
