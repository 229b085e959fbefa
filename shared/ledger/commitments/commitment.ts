import { canonicalJson } from '../../digest/canonical-json.ts';
import { type Bucket, getObject, putObjectOnce } from '../../lake/objects.ts';
import { Fault } from '../../observability/fault.ts';
import type { ChainName } from '../chain.ts';
import type { Head } from '../entry.ts';
import { merkleRootOf } from './merkle-root.ts';

/**
 * What the public holds of the ledger: one file of many, each naming the one before. Whoever kept one can tell that no
 * chain under it was rewritten since; who sent when is not in it.
 */
export interface Commitment {
  /** From 1, without a gap. */
  number: number;
  /** The day in Vietnam. */
  date: string;
  /** SHA-256 of the file before; null: the first. */
  previous: string | null;
  /** Of the chains that changed since the one before. */
  count: number;
  /** Over their heads, in order of chain. */
  root: string;
}

/** A chain as far as a commitment knows it. */
export interface CommittedHead extends Head {
  chain: ChainName;
}

/** What stays in the lake: a public list would show who sent when. */
export interface CommittedHeads {
  number: number;
  /** The changes were read then: those of the hour before may be in this one or the next. */
  read_at: string;
  heads: CommittedHead[];
}

const folder = '.well-known/dti-ledger';
/** Public bucket. */
export const commitmentKey = (number: number) => `${folder}/${number}.json`;
export const newestKey = `${folder}/latest.json`;
/** Lake. By its root as well: of two that were made at once each has a list of its own. */
export const headsKey = ({ number, root }: Pick<Commitment, 'number' | 'root'>) => `commitments/${number}/${root}.json`;

export const rootOf = (heads: readonly CommittedHead[]): string =>
  merkleRootOf(heads.map(({ chain, number, sha256 }) => canonicalJson({ chain, number, sha256 })));

export const keepHeads = (lake: Bucket, root: string, list: CommittedHeads) =>
  putObjectOnce(lake, headsKey({ ...list, root }), JSON.stringify(list), { contentType: 'application/json' });

/** Throws the faults `COMMITMENT_HEADS_MISSING` and `COMMITMENT_HEADS_CHANGED`: the list is not what was committed to. */
export async function readHeads(lake: Bucket, commitment: Commitment): Promise<CommittedHeads> {
  const stored = await getObject(lake, headsKey(commitment));
  if (!stored) throw new Fault('COMMITMENT_HEADS_MISSING', `${headsKey(commitment)} is not in the lake`);
  const list = JSON.parse(new TextDecoder().decode(stored.bytes)) as CommittedHeads;
  if (list.heads.length === commitment.count && rootOf(list.heads) === commitment.root) return list;
  throw new Fault(
    'COMMITMENT_HEADS_CHANGED',
    `${headsKey(commitment)} is not what commitment ${commitment.number} is of`,
  );
}
