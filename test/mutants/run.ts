import { parseArgs } from 'node:util';
import { required, runCommand, UsageError } from '../../infra/local/commands/run-command.ts';
import { copySources } from '../support/mutants/source-copy.ts';
import { drawMutants, type RandomMutant } from './draw-mutants.ts';
import { type Fate, judge, type Verdict, withoutFalseKills } from './judge.ts';
import { type Kind, kinds } from './tests-of.ts';

const usage = 'npm run mutants -- --seed N [--count M] [--at 3,7-9] [--kinds unit,engines,e2e,office,long] [--list]';

/**
 * Draws small changes of the sources and runs, for each, the tests that load its file; lists those that none noticed.
 * `--at` judges the named ones of the draw alone, by their number: what lived once more, or the rest of what was cut off;
 * `--kinds` are those of tests that it meets.
 */
async function main(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    ...{ seed: text, at: text, count: { ...text, default: '20' } },
    ...{ kinds: { ...text, default: kinds.join() }, list: { type: 'boolean' as const } },
  };
  const { values } = parseArgs({ args, options });
  const drawn = drawMutants(wholeNumber(values.seed, '--seed'), wholeNumber(values.count, '--count'));
  const asked = [...drawn.entries()].filter(([place]) => values.at === undefined || placesIn(values.at).has(place + 1));
  if (values.list) for (const [place, mutant] of asked) console.log(`${place + 1} ${changeOf(mutant)}`);
  else summarise(await judgeAll(asked, values.kinds.split(',').map(kindNamed)));
  return 0;
}

async function judgeAll(mutants: [place: number, mutant: RandomMutant][], asked: Kind[]): Promise<Verdict[]> {
  const copy = await copySources();
  process.once('SIGINT', () => void copy.remove().finally(() => process.exit(130)));
  const verdicts: Verdict[] = [];
  try {
    for (const [place, mutant] of mutants) {
      const verdict = await judge(mutant, copy, asked);
      verdicts.push(verdict);
      console.log(`${place + 1} ${lineOf(verdict)}`);
    }
    return await withoutFalseKills(verdicts, copy);
  } finally {
    await copy.remove();
  }
}

function wholeNumber(text: string | undefined, option: string): number {
  if (/^\d{1,9}$/.test(required(text, option))) return Number(text);
  throw new UsageError(`${option} ${text}: đề nghị ghi một số nguyên`, 'write a whole number');
}

function kindNamed(text: string): Kind {
  const kind = kinds.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new UsageError(`--kinds ${text}: đề nghị ghi ${kinds.join(', ')}`, `write one of ${kinds.join(', ')}`);
}

/** `3,7-9`: 3, 7, 8, 9. */
function placesIn(text: string): Set<number> {
  const places = text.split(',').flatMap((part) => {
    const [first, last = first] = part.split('-').map((bound) => wholeNumber(bound, '--at'));
    return Array.from({ length: last! - first! + 1 }, (_, step) => first! + step);
  });
  return new Set(places);
}

const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 70);

const changeOf = ({ file, line, from, to }: RandomMutant): string => `${file}:${line}  ${short(from)} → ${short(to)}`;

const lineOf = ({ mutant, fate, by }: Verdict): string => `${fate.padEnd(10)} ${changeOf(mutant)}  ${short(by)}`;

/** Equivalents are told and not counted; what did not end is counted as alive. */
function summarise(verdicts: Verdict[]): void {
  const countOf = (fate: Fate) => verdicts.filter((one) => one.fate === fate).length;
  const counted = verdicts.length - countOf('equivalent');
  const share = counted === 0 ? '–' : `${((100 * countOf('killed')) / counted).toFixed(1)} %`;
  console.log(
    `${countOf('killed')} of ${counted} killed (${share}); ${verdicts.length} drawn, ${countOf('equivalent')} equivalent, ${countOf('UNDECIDED')} undecided`,
  );
  for (const verdict of verdicts) if (verdict.fate !== 'killed') console.log(lineOf(verdict));
}

await runCommand(usage, main);
