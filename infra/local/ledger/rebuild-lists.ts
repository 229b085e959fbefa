import { canonicalJson } from '../../../shared/digest/canonical-json.ts';
import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import type { ChainName } from '../../../shared/ledger/chain.ts';
import { noteChange } from '../../../shared/ledger/change-index.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { projectionKey, projectionOf } from '../../../shared/ledger/projection.ts';
import { type Condition, getItem, putItem } from '../../../shared/score-store/score-table.ts';
import { listChains } from './list-chains.ts';

export interface Rebuilt {
  chain: ChainName;
  /** `orphan`: a row of a chain that is not there; it stays, for it may be all that speaks of it. */
  row: 'same' | 'missing' | 'different' | 'orphan' | 'unreadable';
  /** Why the chain comes to nothing, of an unreadable one. */
  fault?: string;
}

/** A row as it lies there, whoever wrote it. */
type Found = { head?: { number?: unknown } | null } | null;

/** Makes every line of every list again from its chain, while others may append. */
export async function* rebuildLists(deps: LedgerDeps): AsyncGenerator<Rebuilt> {
  for await (const chain of listChains(deps, [])) yield rebuild(deps, chain);
}

async function rebuild(deps: LedgerDeps, chain: ChainName): Promise<Rebuilt> {
  const key = projectionKey(chain);
  const found = await getItem<NonNullable<Found>>(deps.table, key);
  const entries = await readChain(deps.ledger, chain);
  if (entries.length === 0) return { chain, row: 'orphan' };
  // What the index of changes lost is in the next commitment.
  await noteChange(deps.table, chain);
  const made = makeRow(chain, entries);
  if (made instanceof Error) return { chain, row: 'unreadable', fault: made.message };
  if (found && canonicalJson(found) === canonicalJson(made)) return { chain, row: 'same' };
  const isWritten = await putItem(deps.table, { ...key, ...made }, stillAs(found));
  // Not written: somebody appended in between, and wrote what is newer than what was made here.
  return isWritten ? { chain, row: found ? 'different' : 'missing' } : rebuild(deps, chain);
}

/** One chain that cannot be folded must not keep the others from their lists. */
function makeRow(chain: ChainName, entries: Entry[]): object | Error {
  try {
    return projectionOf(chain, entries)!;
  } catch (error) {
    return error as Error;
  }
}

/** Not "older than", as an append asks: a wrong row may claim any number. */
function stillAs(found: Found): Condition {
  if (found === null) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const number = found.head?.number;
  // Over a row without a number no append ever writes: there is nobody to come between.
  if (typeof number !== 'number') return {};
  return {
    ConditionExpression: '#head.#number = :number',
    ExpressionAttributeNames: { '#head': 'head', '#number': 'number' },
    ExpressionAttributeValues: { ':number': number },
  };
}
