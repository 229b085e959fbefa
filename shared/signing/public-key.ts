import { createHash, createPublicKey } from 'node:crypto';

/** What a key that vouches for nothing is called wherever it is named. */
export const testKeyVi = 'khóa thử nghiệm';

const header = '-----BEGIN PUBLIC KEY-----';

/** PEM of a SubjectPublicKeyInfo in DER, as `openssl pkey -pubin` writes it: lines of 64 characters. */
export function pemOf(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return [header, ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

/** Is it written as {@link pemOf} writes it? Another text of the same key is a changed byte all the same. */
export function isCanonicalPem(pem: string): boolean {
  try {
    return pemOf(createPublicKey(pem).export(asDer)) === pem;
  } catch {
    return false;
  }
}

const asDer = { type: 'spki', format: 'der' } as const;

/**
 * SHA-256 over the DER of a public key, in hex: what a decision on paper names it by, and what
 * `openssl pkey -pubin -in KEY.pem -outform DER | sha256sum` prints. Null: no key of ours, which is one on P-256.
 */
export function fingerprintOf(pem: string): string | null {
  try {
    // Node would make the public half of a private key, which has no business to lie about.
    if (!pem.includes(header)) return null;
    const key = createPublicKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return null;
    return createHash('sha256').update(key.export(asDer)).digest('hex');
  } catch {
    return null;
  }
}
