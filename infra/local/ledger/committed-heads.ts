import { mapConcurrently } from '../../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../../shared/lake/objects.ts';
import { readHeads } from '../../../shared/ledger/commitments/commitment.ts';
import { UsageError } from '../commands/run-command.ts';
import type { KeptCommitment } from './kept-commitments.ts';
import type { ChainHead } from './released-heads.ts';

/** Lists of the lake read at the same time: there is one a day, for years. */
const concurrentReads = 16;

/**
 * The heads that published commitments are of, from the lists in the lake, which must come to the roots that were
 * published: the files are the reader's, the lists are the ledger's own. One commitment is of what changed since the one
 * before, so that a chain long at rest is under an earlier one.
 */
export async function readCommittedHeads(kept: readonly KeptCommitment[], lake: Bucket | null): Promise<ChainHead[]> {
  if (!lake)
    throw new UsageError('thiếu --lake-bucket', '--lake-bucket is missing: the list of heads lies in the lake');
  const lists = await mapConcurrently(kept, concurrentReads, ({ commitment }) => readHeads(lake, commitment));
  return lists.flatMap(({ heads }) => heads);
}
