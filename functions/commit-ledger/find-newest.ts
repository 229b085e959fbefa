import { type Bucket, getObject } from '../../shared/lake/objects.ts';
import { type Commitment, commitmentKey, newestKey } from '../../shared/ledger/commitments/commitment.ts';

/** A commitment and its bytes as they are out. */
export interface Published {
  commitment: Commitment;
  bytes: Uint8Array;
}

/** The one with the greatest number; the pointer only says where to begin to look, for it is put after the file. */
export async function findNewest(publicBucket: Bucket): Promise<Published | null> {
  const pointer = await getObject(publicBucket, newestKey);
  const known: { number: number } = pointer ? JSON.parse(new TextDecoder().decode(pointer.bytes)) : { number: 0 };
  let newest: Published | null = null;
  for (let number = Math.max(1, known.number); ; number++) {
    const found = await findCommitment(publicBucket, number);
    if (!found) return newest;
    newest = found;
  }
}

export async function findCommitment(publicBucket: Bucket, number: number): Promise<Published | null> {
  const stored = await getObject(publicBucket, commitmentKey(number));
  if (!stored) return null;
  return { commitment: JSON.parse(new TextDecoder().decode(stored.bytes)) as Commitment, bytes: stored.bytes };
}
