/**
 * Whoever holds the key of the releases: ECDSA on P-256 over SHA-256, an answer in DER, as `openssl dgst -verify` reads
 * it. A signature is random: of two tries the first that was written down counts.
 */
export interface Signer {
  /** SubjectPublicKeyInfo in PEM. */
  publicKey(): Promise<string>;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** Of a key that vouches for nothing: made by a machine for itself. */
  isTest: boolean;
}
