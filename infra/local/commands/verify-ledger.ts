import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Committed, readCommittedHeads } from '../ledger/committed-heads.ts';
import { readReleasedHeads } from '../ledger/released-heads.ts';
import { type Verdict, verifyLedger } from '../ledger/verify-ledger.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './ledger-options.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run verify-ledger [-- ${ledgerUsage} [--release DIR] [--against FILE [--lake-bucket NAME]]]`;

/** Computes the hashes of every chain again; 0 when all are whole, 1 when one is not. */
async function verify(args: string[]): Promise<number> {
  const own = { release: { type: 'string' }, against: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options: { ...ledgerOptions, ...own } });
  const released = values.release === undefined ? [] : await readReleasedHeads(join(values.release, 'release.json'));
  return withLedger(values, async (deps) => {
    const count = { chains: 0, entries: 0, broken: 0 };
    const committed = values.against === undefined ? null : await readCommittedHeads(values.against, deps.lake);
    if (committed) console.log(comparedWith(committed));
    for await (const verdict of verifyLedger(deps, { release: released, commitment: committed?.heads ?? [] })) {
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

const comparedWith = ({ first, last }: Committed): string =>
  first === last
    ? `So với bản cam kết ${last}. / Compared with commitment ${last}.`
    : `So với các bản cam kết ${first} đến ${last}. / Compared with commitments ${first} to ${last}.`;

const lineOf = ({ chain, number, kind, reason, witness }: NonNullable<Verdict['broken']>): string =>
  `HỎNG / BROKEN ${chain}: mục / entry ${number} (${kind ?? 'không còn / gone'}), ${reason}, ${witnesses[witness]}`;

const witnesses = {
  chain: 'theo chính chuỗi / by the chain itself',
  release: 'theo đợt công bố / by the release',
  commitment: 'theo bản cam kết đã công bố / by the published commitment',
  list: 'theo danh sách / by the list',
};

const summaryOf = ({ chains, entries, broken }: { chains: number; entries: number; broken: number }): string =>
  broken === 0
    ? `Sổ ghi nguyên vẹn: ${chains} chuỗi, ${entries} mục. / The ledger is whole: ${chains} chains, ${entries} entries.`
    : `${broken} chuỗi hỏng trong ${chains}, ${entries} mục. / ${broken} of ${chains} chains broken, ${entries} entries.`;

await runCommand(usage, verify);
