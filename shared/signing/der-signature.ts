/** Bytes of each of the two numbers of a signature on P-256. */
const width = 32;

/**
 * `r` and `s` side by side, as WebCrypto wants them, from the DER that KMS and OpenSSL write. Null: not exactly one such
 * signature, in the shortest form. No Node module: the page that verifies imports it.
 */
export function rawSignatureOf(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = readInteger(der, 2);
  const s = r && readInteger(der, r.end);
  if (!s || s.end !== der.length) return null;
  const raw = new Uint8Array(2 * width);
  raw.set(r.digits, width - r.digits.length);
  raw.set(s.digits, 2 * width - s.digits.length);
  return raw;
}

/** A positive INTEGER of at most 256 bits; a zero stands before it where its first bit would say that it is negative. */
function readInteger(der: Uint8Array, at: number): { digits: Uint8Array; end: number } | null {
  const length = der[at + 1] ?? 0;
  const [start, end] = [at + 2, at + 2 + length];
  if (der[at] !== 0x02 || length === 0 || end > der.length) return null;
  const [first, second = 0] = der.subarray(start, end) as unknown as [number, number?];
  if (first >= 0x80) return null;
  if (first === 0 && second < 0x80) return null;
  const digits = der.subarray(first === 0 ? start + 1 : start, end);
  return digits.length > width ? null : { digits, end };
}
