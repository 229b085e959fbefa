import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { dayInVietnam } from '../../shared/format/format-date.ts';
import { type Bucket, getObject, putObject, putObjectOnce } from '../../shared/lake/objects.ts';
import {
  type Commitment,
  commitmentKey,
  keepHeads,
  newestKey,
  rootOf,
} from '../../shared/ledger/commitments/commitment.ts';
import { RetryableFault } from '../../shared/observability/fault.ts';
import { publishKey } from '../../shared/release/signatures.ts';
import { fingerprintOf } from '../../shared/signing/public-key.ts';
import type { Signer } from '../../shared/signing/signer.ts';
import { findNewest, type Published } from './find-newest.ts';
import { type HeadDeps, readChangedHeads } from './read-changed-heads.ts';

export interface CommitDeps extends HeadDeps {
  publicBucket: Bucket;
  signer: Signer;
  now: () => Date;
}

/** Times it is begun again because another commitment came out meanwhile. */
const tries = 5;

const json = { contentType: 'application/json; charset=utf-8' };
const forever = { ...json, cacheControl: 'public, max-age=31536000, immutable' };

/**
 * Puts out what the ledger has come to: one commitment for what changed since the last, and one a day though nothing did.
 * Called again, it completes what was cut off; with nothing new it makes none.
 */
export async function commitLedger(deps: CommitDeps): Promise<Commitment> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const last = await findNewest(deps.publicBucket);
    if (last) await complete(last, deps);
    const next = await makeNext(last, deps);
    if (next === null) return last!.commitment;
    const key = commitmentKey(next.number);
    const bytes = new TextEncoder().encode(`${JSON.stringify(next, null, 2)}\n`);
    if (!(await putObjectOnce(deps.publicBucket, key, bytes, forever))) continue;
    await complete({ commitment: next, bytes }, deps);
    return next;
  }
  throw new RetryableFault('COMMITMENT_BUSY', `others committed ${tries} times in a row`);
}

/** Null: nothing changed, and there is one of today. The list of heads lies in the lake before anything names it. */
async function makeNext(last: Published | null, deps: CommitDeps): Promise<Commitment | null> {
  const now = deps.now();
  const date = dayInVietnam(now.toISOString());
  const heads = await readChangedHeads(last?.commitment ?? null, now, deps);
  if (heads.length === 0 && last?.commitment.date === date) return null;
  const [number, root] = [(last?.commitment.number ?? 0) + 1, rootOf(heads)];
  await keepHeads(deps.lake, root, { number, read_at: now.toISOString(), heads });
  return { number, date, previous: last ? sha256Of(last.bytes) : null, count: heads.length, root };
}

/** Signature, then the pointer: the newest that it leads to can be verified. */
async function complete({ commitment, bytes }: Published, { publicBucket, signer }: CommitDeps): Promise<void> {
  const signatureKey = `${commitmentKey(commitment.number)}.sig`;
  if (!(await getObject(publicBucket, signatureKey))) {
    const pem = await signer.publicKey();
    await publishKey(new TextEncoder().encode(pem), fingerprintOf(pem)!, publicBucket);
    await putObjectOnce(publicBucket, signatureKey, await signer.sign(bytes), { cacheControl: forever.cacheControl });
  }
  const pointer = { number: commitment.number, sha256: sha256Of(bytes), path: `/${commitmentKey(commitment.number)}` };
  const text = `${JSON.stringify(pointer, null, 2)}\n`;
  const known = await getObject(publicBucket, newestKey);
  if (known && new TextDecoder().decode(known.bytes) === text) return;
  await putObject(publicBucket, newestKey, text, { ...json, cacheControl: 'public, max-age=60' });
}
