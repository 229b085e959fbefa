import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { ChainName } from '../../shared/ledger/chain.ts';
import { readChanged } from '../../shared/ledger/change-index.ts';
import type { Head } from '../../shared/ledger/entry.ts';
import { keepProjection } from '../../shared/ledger/keep-projection.ts';
import { type Ledger, readChain } from '../../shared/ledger/ledger.ts';
import { projectionKey, projectionOf } from '../../shared/ledger/projection.ts';
import { requireWhole } from '../../shared/ledger/read-ledger.ts';
import { findBreak } from '../../shared/ledger/verify-chain.ts';
import { getItem, type ScoreTable } from '../../shared/score-store/score-table.ts';

export interface HealListsDeps {
  ledger: Ledger;
  table: ScoreTable;
}

const concurrentReads = 16;

/**
 * Brings the lists up to every chain that changed since, where an append was cut off after its entry and its cause never
 * came again: a period that no list shows is one that nobody is reminded in. What changed was noted before the entry. A line
 * that the chain does not come to stays: it is a witness (`npm run verify-ledger`). One chain that cannot be folded does
 * not keep the others; the first fault is thrown at the end.
 */
export async function healLists(since: Date, now: Date, { ledger, table }: HealListsDeps): Promise<void> {
  const faults: unknown[] = [];
  await mapConcurrently(await readChanged(table, since, now), concurrentReads, async (chain) => {
    try {
      await healOne(chain, { ledger, table });
    } catch (error) {
      faults.push(error);
    }
  });
  if (faults.length > 0) throw faults[0];
}

async function healOne(chain: ChainName, { ledger, table }: HealListsDeps): Promise<void> {
  const line = await getItem<{ head: Head }>(table, projectionKey(chain));
  const entries = await readChain(ledger, chain);
  if (line && (line.head.number >= entries.length || findBreak(chain, entries, [line.head]))) return;
  // Where the witness is gone too, nothing may be told of a chain that was rewritten.
  requireWhole(chain, entries);
  const row = projectionOf(chain, entries);
  if (row) await keepProjection(table, { ...projectionKey(chain), ...row });
}
