import { parseArgs } from 'node:util';
import { required, runCommand, UsageError } from '../../infra/local/commands/run-command.ts';
import { runTests } from '../support/mutants/run-tests.ts';
import { copySources, type SourceCopy } from '../support/mutants/source-copy.ts';
import { drawMutants, type RandomMutant } from './draw-mutants.ts';

const usage = 'npm run mutants -- --seed N [--count M]';

/** What is quick first; a mutant that lives through it meets the engines, and then the whole pipeline. */
const projects = ['unit', 'engines', 'e2e'];
const timeoutMs = 600_000;

interface Verdict {
  mutant: RandomMutant;
  fate: 'killed' | 'SURVIVED' | 'UNDECIDED';
  by: string;
}

/** Draws small changes of the sources and runs, for each, the tests that import its file; lists those that none noticed. */
async function main(args: string[]): Promise<number> {
  const options = { seed: { type: 'string' }, count: { type: 'string', default: '20' } } as const;
  const { values } = parseArgs({ args, options });
  const mutants = drawMutants(wholeNumber(values.seed, '--seed'), wholeNumber(values.count, '--count'));
  const copy = await copySources();
  process.once('SIGINT', () => void copy.remove().finally(() => process.exit(130)));
  const verdicts: Verdict[] = [];
  try {
    for (const mutant of mutants) {
      const verdict = await judge(mutant, copy);
      verdicts.push(verdict);
      console.log(lineOf(verdict));
    }
  } finally {
    await copy.remove();
  }
  summarise(verdicts);
  return 0;
}

function wholeNumber(text: string | undefined, option: string): number {
  if (/^\d{1,9}$/.test(required(text, option))) return Number(text);
  throw new UsageError(`${option} ${text}: đề nghị ghi một số nguyên`, 'write a whole number');
}

const judge = (mutant: RandomMutant, copy: SourceCopy): Promise<Verdict> =>
  copy.changeAt(mutant, async () => {
    for (const project of projects) {
      const args = ['related', mutant.file, '--run', '--project', project];
      const { failed, broken, isTimedOut } = await runTests(copy.path, args, { timeoutMs });
      const [by] = [...failed, ...broken];
      if (by !== undefined) return { mutant, fate: 'killed', by };
      if (isTimedOut) return { mutant, fate: 'UNDECIDED', by: `${project} did not end in ${timeoutMs / 1000} s` };
    }
    return { mutant, fate: 'SURVIVED', by: '' };
  });

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 70);

const lineOf = ({ mutant: { file, line, from, to }, fate, by }: Verdict): string =>
  `${fate.padEnd(9)} ${file}:${line}  ${short(from)} → ${short(to)}  ${short(by)}`;

function summarise(verdicts: Verdict[]): void {
  const countOf = (fate: Verdict['fate']) => verdicts.filter((one) => one.fate === fate).length;
  const decided = verdicts.length - countOf('UNDECIDED');
  const share = decided === 0 ? '–' : `${((100 * countOf('killed')) / decided).toFixed(0)} %`;
  console.log(`${countOf('killed')} of ${decided} killed (${share}), ${countOf('UNDECIDED')} undecided`);
  for (const verdict of verdicts) if (verdict.fate !== 'killed') console.log(lineOf(verdict));
}

await runCommand(usage, main);
