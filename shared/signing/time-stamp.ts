import { createHash } from 'node:crypto';

/** Digests that authorities stamp. */
const digests = ['sha256', 'sha384', 'sha512'] as const;

/**
 * Whether an answer of a time-stamping authority (RFC 3161) is about these bytes: somewhere in it their digest stands as an
 * OCTET STRING of DER, as its `messageImprint` does. Nothing is said of the authority, whose certificate a reader has from
 * elsewhere: `openssl ts -verify` judges that.
 */
export const isStampOf = (token: Uint8Array, bytes: Uint8Array): boolean =>
  digests.some((name) => {
    const digest = createHash(name).update(bytes).digest();
    return Buffer.from(token).includes(Buffer.concat([Uint8Array.of(octetString, digest.length), digest]));
  });

/** Tag of DER. */
const octetString = 4;
