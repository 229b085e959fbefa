import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprintOf, isCanonicalPem } from '../../../shared/signing/public-key.ts';
import { isSignedBy } from '../../../shared/signing/verify-signature.ts';
import type { KeptCommitment } from './kept-commitments.ts';

export type CommitmentFault =
  /** Not made by any of the keys over what lies there. */
  | { fault: 'wrong-signature'; number: number }
  /** Asked for by whoever brings a key, unless the one after it was kept, whose hash of it is vouched for. */
  | { fault: 'missing'; number: number }
  /** Signed, and not with a key that the reader trusts. */
  | { fault: 'another-key'; number: number; sha256: string }
  /** A file that calls itself a key and is none. */
  | { fault: 'wrong-key'; path: string };

export interface CommitmentSignatures {
  faults: CommitmentFault[];
  /** SHA-256 of the keys that made the signatures that are right, the newest first. */
  keys: string[];
  /** By the reader's own keys, of which one at least made each signature that is asked for. */
  isTrusted: boolean;
  /** Signatures that lie there. */
  count: number;
  /** There are signatures and no key to judge them by. */
  isWithoutKey: boolean;
}

/** A public key in PEM, by the file that it was read from. */
export interface KeyFile {
  path: string;
  pem: string;
}

/**
 * Judges the signatures beside commitments. Of keys that lie beside the data only the hash can be told: without `trusted`,
 * keys that the reader has from elsewhere, any other signer would do as well.
 */
export function checkCommitmentSignatures(
  kept: readonly KeptCommitment[],
  beside: readonly KeyFile[],
  trusted: readonly string[],
): CommitmentSignatures {
  const wrong = beside.filter(({ pem }) => !isCanonicalPem(pem) || fingerprintOf(pem) === null);
  const keys = [...trusted, ...beside.filter((key) => !wrong.includes(key)).map(({ pem }) => pem)];
  const count = kept.filter(({ signature }) => signature !== null).length;
  const isWithoutKey = count > 0 && keys.length === 0;
  const own = new Set(trusted.map(fingerprintOf));
  const signers: string[] = [];
  const faults: CommitmentFault[] = wrong.map(({ path }) => ({ fault: 'wrong-key', path }));
  for (const [position, { commitment, bytes, signature }] of kept.entries()) {
    const { number } = commitment;
    if (signature === null) {
      const isVouchedFor = kept[position - 1]?.commitment.number === number + 1;
      if (own.size > 0 && !isVouchedFor) faults.push({ fault: 'missing', number });
      continue;
    }
    if (isWithoutKey) continue;
    const signer = keys.find((key) => isSignedBy({ bytes, signature, key }));
    const sha256 = signer === undefined ? null : fingerprintOf(signer)!;
    if (sha256 === null) faults.push({ fault: 'wrong-signature', number });
    else if (own.size > 0 && !own.has(sha256)) faults.push({ fault: 'another-key', number, sha256 });
    else signers.push(sha256);
  }
  const isTrusted = own.size > 0 && faults.length === 0;
  return { faults, keys: [...new Set(signers)], isTrusted, count, isWithoutKey };
}

/** As they are called at the site (`/.well-known/dti-signing-key….pem`) and beside a release. */
const keyName = /^(dti-signing-key.*|signing-key)\.pem$/;

/** Public keys in the folder of the commitments and in the one above it, where the site has them. */
export async function readKeysBeside(path: string): Promise<KeyFile[]> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const found = [folder, join(folder, '..')].map(async (place) => {
    const names = (await readdir(place).catch(() => [])).filter((name) => keyName.test(name)).sort();
    return Promise.all(
      names.map(async (name) => ({ path: join(place, name), pem: await readFile(join(place, name), 'utf8') })),
    );
  });
  return (await Promise.all(found)).flat();
}
