import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { readChanged } from '../../shared/ledger/change-index.ts';
import {
  type Commitment,
  type CommittedHead,
  type CommittedHeads,
  readHeads,
} from '../../shared/ledger/commitments/commitment.ts';
import { headOf } from '../../shared/ledger/entry.ts';
import { type Ledger, readChain } from '../../shared/ledger/ledger.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { findCommitment } from './find-newest.ts';

export interface HeadDeps {
  ledger: Ledger;
  table: ScoreTable;
  lake: Bucket;
  publicBucket: Bucket;
}

/** The index says so before an entry stands: what came after the note was read is looked for an hour back. */
const lateMs = 3_600_000;
/** How far back the very first one looks. */
const firstMs = 7 * 24 * lateMs;
/** Chains read at the same time. */
const concurrentReads = 16;

/** Heads, from the chains themselves, of all that changed since the last commitment, in order of chain. */
export async function readChangedHeads(last: Commitment | null, now: Date, deps: HeadDeps): Promise<CommittedHead[]> {
  const lists = last ? await readRecentLists(last, deps) : [];
  const since = lists[0] ? Date.parse(lists[0].read_at) - lateMs : now.getTime() - firstMs;
  const known = new Set(lists.flatMap(({ heads }) => heads.map(textOf)));
  const chains = await readChanged(deps.table, new Date(since), now);
  const heads = await mapConcurrently(chains, concurrentReads, async (chain) => {
    const head = headOf(await readChain(deps.ledger, chain));
    return head && { chain, ...head };
  });
  return heads.filter((head) => head !== null).filter((head) => !known.has(textOf(head)));
}

const textOf = ({ chain, number, sha256 }: CommittedHead) => `${chain} ${number} ${sha256}`;

/** The newest first: the last one, and those before it whose changes are looked at again. */
async function readRecentLists(last: Commitment, { lake, publicBucket }: HeadDeps): Promise<CommittedHeads[]> {
  const lists = [await readHeads(lake, last)];
  const since = Date.parse(lists[0]!.read_at) - lateMs;
  for (let number = last.number - 1; number >= 1; number--) {
    // The index is read from the beginning of an hour on.
    if (Date.parse(lists.at(-1)!.read_at) < since - lateMs) break;
    const before = await findCommitment(publicBucket, number);
    if (!before) break;
    lists.push(await readHeads(lake, before.commitment));
  }
  return lists;
}
