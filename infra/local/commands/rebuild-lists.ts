import { parseArgs } from 'node:util';
import { type Rebuilt, rebuildLists } from '../ledger/rebuild-lists.ts';
import { relistReleases } from '../ledger/relist-releases.ts';
import { ledgerOptions, ledgerUsage, withLedger } from './ledger-options.ts';
import { runCommand } from './run-command.ts';

const usage = `npm run rebuild-lists [-- ${ledgerUsage}]`;

/** Makes every list again from its chain, and the public's list of releases from what is out; 0 when each row is right now, 1 when a chain is gone or cannot be read. */
async function rebuild(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: ledgerOptions });
  return withLedger(values, async (deps) => {
    const count: Record<Rebuilt['row'], number> = { same: 0, missing: 0, different: 0, orphan: 0, unreadable: 0 };
    for await (const { chain, row, fault } of rebuildLists(deps)) {
      count[row]++;
      if (row === 'orphan') console.log(`Không có chuỗi / no chain: ${chain}`);
      if (row === 'unreadable') console.log(`Không đọc được / cannot be read: ${chain}: ${fault}`);
    }
    console.log(`Thiếu / missing ${count.missing}, khác / different ${count.different}, đúng / right ${count.same}`);
    console.log(`Đợt công bố trong danh sách / releases listed ${await relistReleases(deps)}`);
    return count.orphan + count.unreadable === 0 ? 0 : 1;
  });
}

await runCommand(usage, rebuild);
