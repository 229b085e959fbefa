import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import type { ChainName } from '../../../shared/ledger/chain.ts';
import type { Entry, Head } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { projectionKey } from '../../../shared/ledger/projection.ts';
import { type Break, findBreak } from '../../../shared/ledger/verify-chain.ts';
import { getItem } from '../../../shared/score-store/score-table.ts';
import { listChains } from './list-chains.ts';
import { type ChainHead, isHead } from './released-heads.ts';

export interface Verdict {
  chain: ChainName;
  entries: number;
  /** Null: whole. */
  broken: (Break & { kind: string | null; witness: Witness }) | null;
}

/** What shows the break: the chain by itself, or whoever kept a head of it. A list can be overwritten, a release not. */
export type Witness = 'chain' | Kept | 'list';

/** What the public has heads of. */
export type Kept = 'release' | 'commitment';

/** Reads every chain whole, one after the other, and compares it with the heads that lists and what is public name. */
export async function* verifyLedger(
  deps: LedgerDeps,
  kept: Partial<Record<Kept, readonly ChainHead[]>>,
): AsyncGenerator<Verdict> {
  const named = Object.entries(kept).flatMap(([by, heads]) => heads.map((head) => ({ by: by as Kept, head })));
  const heads = Map.groupBy(named, ({ head }) => head.chain);
  for await (const chain of listChains(deps, heads.keys())) yield verifyOne(deps, chain, heads.get(chain) ?? []);
}

type KeptHead = { by: Kept; head: Head };

async function verifyOne({ ledger, table }: LedgerDeps, chain: ChainName, kept: KeptHead[]): Promise<Verdict> {
  // The list before the chain: while others append, the chain may be the longer of the two and never the shorter.
  const row = await getItem<{ head?: unknown }>(table, projectionKey(chain));
  const entries = await readChain(ledger, chain);
  const listed = row ? [isHead(row.head) ? row.head : noHead(entries)] : [];
  const found = findBreak(chain, entries, [...kept.map(({ head }) => head), ...listed]);
  if (found === null) return { chain, entries: entries.length, broken: null };
  const witness = found.reason === 'head' ? witnessOf(chain, entries, kept) : 'chain';
  return {
    chain,
    entries: entries.length,
    broken: { ...found, kind: entries[found.number - 1]?.kind ?? null, witness },
  };
}

/** Who keeps a head that the chain does not come to; a list only where nobody else does. */
const witnessOf = (chain: ChainName, entries: readonly Entry[], kept: KeptHead[]): Witness =>
  kept.find(({ head }) => findBreak(chain, entries, [head]))?.by ?? 'list';

/** A row that names no head is as wrong as one that names another. */
const noHead = ({ length }: readonly Entry[]): Head => ({ number: Math.max(1, length), sha256: '' });
