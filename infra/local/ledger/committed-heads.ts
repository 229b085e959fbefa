import { readFile } from 'node:fs/promises';
import type { Bucket } from '../../../shared/lake/objects.ts';
import { type Commitment, readHeads } from '../../../shared/ledger/commitments/commitment.ts';
import { UsageError } from '../commands/run-command.ts';
import type { ChainHead } from './released-heads.ts';

/**
 * The heads that a published commitment is of, from the list in the lake, which must come to the root that was published:
 * the file is the reader's, the list is the ledger's own.
 */
export async function readCommittedHeads(path: string, lake: Bucket | null): Promise<ChainHead[]> {
  const commitment = await readCommitment(path);
  if (!lake)
    throw new UsageError('thiếu --lake-bucket', '--lake-bucket is missing: the list of heads lies in the lake');
  return (await readHeads(lake, commitment)).heads;
}

async function readCommitment(path: string): Promise<Commitment> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`${path}: không đọc được tệp này`, `it cannot be read: ${error.message}`);
  });
  const commitment = parse(text);
  if (commitment) return commitment;
  throw new UsageError(`${path}: không phải bản cam kết của sổ ghi`, 'it is no commitment of a ledger');
}

function parse(text: string): Commitment | null {
  try {
    const found = Object(JSON.parse(text)) as Partial<Commitment>;
    const isOne = Number.isSafeInteger(found.number) && Number.isSafeInteger(found.count);
    return isOne && /^[0-9a-f]{64}$/.test(found.root ?? '') ? (found as Commitment) : null;
  } catch {
    return null;
  }
}
