import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCommitmentSignatures, readKeysBeside } from '../ledger/commitment-signatures.ts';
import { readCommittedHeads } from '../ledger/committed-heads.ts';
import { readKeptCommitments } from '../ledger/kept-commitments.ts';
import { readReleasedHeads } from '../ledger/released-heads.ts';
import { type Verdict, verifyLedger } from '../ledger/verify-ledger.ts';
import { knownKey } from './known-options.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './ledger-options.ts';
import { runCommand, UsageError } from './run-command.ts';
import { showCommitments } from './show-commitments.ts';

const usage = `npm run verify-ledger [-- ${ledgerUsage} [--release DIR] [--against FILE|DIR [--key FILE.pem …] [--lake-bucket NAME]]]`;

const own = {
  release: { type: 'string' },
  against: { type: 'string' },
  key: { type: 'string', multiple: true },
} as const;

/** Computes the hashes of every chain again; 0 when all are whole and what they are compared with is rightly signed, else 1. */
async function verify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { ...ledgerOptions, ...own } });
  const released = values.release === undefined ? [] : await readReleasedHeads(join(values.release, 'release.json'));
  const against = await readAgainst(values);
  const broken = await withLedger(values, async (deps) => {
    const count = { chains: 0, entries: 0, broken: 0 };
    const commitment = against ? await readCommittedHeads(against.kept, deps.lake) : [];
    for await (const verdict of verifyLedger(deps, { release: released, commitment })) {
      count.chains++;
      count.entries += verdict.entries;
      if (verdict.broken === null) continue;
      count.broken++;
      console.log(lineOf(verdict.broken));
    }
    console.log(summaryOf(count));
    return count.broken;
  });
  return broken === 0 && !against?.isFaulty ? 0 : 1;
}

/** Says who vouches for the commitments before it opens a ledger: whoever kept them may have none. Null: none is asked for. */
async function readAgainst({ against, key = [] }: { against?: string; key?: string[] }) {
  if (against === undefined && key.length > 0)
    throw new UsageError('--key cần đi cùng --against', '--key goes with --against');
  if (against === undefined) return null;
  const trusted = await Promise.all(key.map(knownKey));
  const kept = await readKeptCommitments(against);
  const signatures = checkCommitmentSignatures(kept, await readKeysBeside(against), trusted);
  for (const line of showCommitments(kept, signatures)) console.log(line);
  return { kept, isFaulty: signatures.faults.length > 0 };
}

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
