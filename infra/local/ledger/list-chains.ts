import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import type { ChainName } from '../../../shared/ledger/chain.ts';
import { chainOfProjection, listPrefixes } from '../../../shared/ledger/projection.ts';
import { scanKeys } from './scan-table.ts';

/**
 * Every chain that has an entry, that a list shows, or that is named otherwise, each once: a chain that is gone whole is
 * found by what still speaks of it. Remembers names alone, nothing of entries or rows.
 */
export async function* listChains(
  { ledger, table }: LedgerDeps,
  named: Iterable<ChainName>,
): AsyncGenerator<ChainName> {
  const seen = new Set<ChainName>();
  const isFirst = (chain: ChainName) => !seen.has(chain) && seen.add(chain);
  for await (const { pk } of scanKeys(ledger.chains)) if (isFirst(pk)) yield pk;
  for await (const key of scanKeys(table, listPrefixes)) {
    const chain = chainOfProjection(key);
    if (chain !== null && isFirst(chain)) yield chain;
  }
  for (const chain of named) if (isFirst(chain)) yield chain;
}
