import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { mapConcurrently } from '../../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../../shared/lake/objects.ts';
import { type Commitment, readHeads } from '../../../shared/ledger/commitments/commitment.ts';
import { Fault } from '../../../shared/observability/fault.ts';
import { UsageError } from '../commands/run-command.ts';
import type { ChainHead } from './released-heads.ts';

/** What the reader kept of what the public was told, and the heads under it. */
export interface Committed {
  /** Numbers of the first and the last of the files that were read. */
  first: number;
  last: number;
  heads: ChainHead[];
}

/** Lists of the lake read at the same time: there is one a day, for years. */
const concurrentReads = 16;

/**
 * The heads that a published commitment is of, and those before it that lie in its folder, from the lists in the lake, which
 * must come to the roots that were published: the files are the reader's, the lists are the ledger's own. One commitment
 * is of what changed since the one before, so that a chain long at rest is under an earlier one.
 */
export async function readCommittedHeads(path: string, lake: Bucket | null): Promise<Committed> {
  const commitments = await readKept(path);
  if (!lake)
    throw new UsageError('thiếu --lake-bucket', '--lake-bucket is missing: the list of heads lies in the lake');
  const lists = await mapConcurrently(commitments, concurrentReads, (one) => readHeads(lake, one));
  const [first, last] = [commitments.at(-1)!.number, commitments[0]!.number];
  return { first, last, heads: lists.flatMap(({ heads }) => heads) };
}

/** Newest first, back to the first that is not there. Fault `COMMITMENT_LINK_BROKEN`: one is not of the file before. */
async function readKept(path: string): Promise<Commitment[]> {
  const newest = await readCommitment(path);
  if (newest === null) throw new UsageError(`${path}: không có tệp này`, 'there is no such file');
  const kept = [parsed(path, newest)];
  for (;;) {
    const { number, previous } = kept.at(-1)!;
    const before = join(dirname(path), `${number - 1}.json`);
    const bytes = await readCommitment(before);
    if (bytes === null) return kept;
    if (sha256Of(bytes) !== previous)
      throw new Fault('COMMITMENT_LINK_BROKEN', `commitment ${number} does not continue ${before}`);
    kept.push(parsed(before, bytes));
  }
}

/** Null: it is not there. One that is and cannot be read is not passed over: what is under it would be judged by nothing. */
const readCommitment = (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`${path}: không đọc được tệp này`, `it cannot be read: ${error.message}`);
  });

function parsed(path: string, bytes: Buffer): Commitment {
  const commitment = parse(bytes.toString('utf8'));
  if (commitment) return commitment;
  throw new UsageError(`${path}: không phải bản cam kết của sổ ghi`, 'it is no commitment of a ledger');
}

function parse(text: string): Commitment | null {
  try {
    const found = Object(JSON.parse(text)) as Partial<Commitment>;
    const isOne = Number.isSafeInteger(found.number) && found.number! > 0 && Number.isSafeInteger(found.count);
    return isOne && /^[0-9a-f]{64}$/.test(found.root ?? '') ? (found as Commitment) : null;
  } catch {
    return null;
  }
}
