import { createPublicKey, verify } from 'node:crypto';

export interface Signed {
  bytes: Uint8Array;
  /** DER. */
  signature: Uint8Array;
  /** Public key in PEM. */
  key: string;
}

/** False too where signature or key is none. */
export function isSignedBy({ bytes, signature, key }: Signed): boolean {
  try {
    return verify('sha256', bytes, { key: createPublicKey(key), dsaEncoding: 'der' }, signature);
  } catch {
    return false;
  }
}
