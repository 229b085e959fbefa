import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ChainHead } from '../../../shared/ledger/entry.ts';
import { isHead, type Verdict, verifyLedger } from '../ledger/verify-ledger.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './ledger-options.ts';
import { runCommand, UsageError } from './run-command.ts';

const usage = `npm run verify-ledger [-- ${ledgerUsage} [--release DIR]]`;

/** Computes the hashes of every chain again; 0 when all are whole, 1 when one is not. */
async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...ledgerOptions, release: { type: 'string' } } });
  const released = values.release === undefined ? [] : await readHeads(join(values.release, 'release.json'));
  return withLedger(values, async (deps) => {
    const count = { chains: 0, entries: 0, broken: 0 };
    for await (const verdict of verifyLedger(deps, released)) {
      count.chains++;
      count.entries += verdict.entries;
      if (verdict.broken === null) continue;
      count.broken++;
      console.log(lineOf(verdict.broken));
    }
    console.log(summaryOf(count));
    return count.broken === 0 ? 0 : 1;
  });
}

const lineOf = ({ chain, number, kind, reason, witness }: NonNullable<Verdict['broken']>): string =>
  `HỎNG / BROKEN ${chain}: mục / entry ${number} (${kind ?? 'không còn / gone'}), ${reason}, ${witnesses[witness]}`;

const witnesses = {
  chain: 'theo chính chuỗi / by the chain itself',
  release: 'theo đợt công bố / by the release',
  list: 'theo danh sách / by the list',
};

const summaryOf = ({ chains, entries, broken }: { chains: number; entries: number; broken: number }): string =>
  broken === 0
    ? `Sổ ghi nguyên vẹn: ${chains} chuỗi, ${entries} mục. / The ledger is whole: ${chains} chains, ${entries} entries.`
    : `${broken} chuỗi hỏng trong ${chains}, ${entries} mục. / ${broken} of ${chains} chains broken, ${entries} entries.`;

async function readHeads(path: string): Promise<ChainHead[]> {
  const { heads } = (await readJson(path)) as { heads?: unknown };
  if (!Array.isArray(heads) || !heads.every((head) => isHead(head) && typeof (head as ChainHead).chain === 'string'))
    throw new UsageError(`${path} names no heads of chains`);
  return heads as ChainHead[];
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

await runCommand(usage, verify);
