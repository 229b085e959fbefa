import { createHash } from 'node:crypto';

/**
 * Root of a hash tree over texts in the order given, as RFC 6962 has it: leaves and nodes are hashed apart, so that none
 * passes for the other, and one text can be shown to be under a root without showing the rest.
 */
export const merkleRootOf = (texts: readonly string[]): string =>
  (texts.length === 0 ? hash() : nodeOf(texts.map((text) => hash(leaf, Buffer.from(text))))).toString('hex');

const leaf = Uint8Array.of(0);
const node = Uint8Array.of(1);

/** Splits where the largest power of two that is smaller than the whole ends. */
function nodeOf(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]!;
  const left = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return hash(node, nodeOf(hashes.slice(0, left)), nodeOf(hashes.slice(left)));
}

function hash(...parts: Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}
