import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rawSignatureOf } from '../../../shared/signing/der-signature.ts';
import { fingerprintOf, isCanonicalPem, pemOf } from '../../../shared/signing/public-key.ts';
import { fingerprintInBrowser, isSignedInBrowser } from '../../../shared/signing/verify-in-browser.ts';
import { isSignedBy } from '../../../shared/signing/verify-signature.ts';

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = pemOf(pair.publicKey.export({ type: 'spki', format: 'der' }));
const bytes = new TextEncoder().encode('{"release":"dti/province34/2024/r1"}\n');
const makeSignature = () => new Uint8Array(sign('sha256', bytes, pair.privateKey));
const flipped = (of: Uint8Array, at: number) => of.with(at, of[at]! ^ 1);

/** Signatures of every length that DER gives, among them numbers that are shorter than 32 bytes. */
function makeSignatures(): Uint8Array[] {
  const made = Array.from({ length: 400 }, makeSignature);
  expect(new Set(made.map(({ length }) => length)).size).toBeGreaterThan(2);
  return made;
}

describe('a signature', () => {
  it('is right here and in a browser, whatever its length', async () => {
    for (const signature of makeSignatures()) {
      expect(isSignedBy({ bytes, signature, key })).toBe(true);
      expect(await isSignedInBrowser({ bytes, signature, key })).toBe(true);
    }
  });

  it('is wrong in both with one bit changed anywhere, of text, signature or key', async () => {
    const signature = makeSignature();
    const changed = [
      ...[...bytes.keys()].map((at) => ({ bytes: flipped(bytes, at), signature, key })),
      ...[...signature.keys()].map((at) => ({ bytes, signature: flipped(signature, at), key })),
      { bytes, signature: signature.subarray(1), key },
      { bytes, signature: new Uint8Array([...signature, 0]), key },
      { bytes, signature: new Uint8Array(), key },
      { bytes, signature, key: '' },
      { bytes, signature, key: pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export(asDer)) },
    ];
    for (const one of changed) {
      expect(isSignedBy(one)).toBe(false);
      expect(await isSignedInBrowser(one)).toBe(false);
    }
  });
});

const asDer = { type: 'spki', format: 'der' } as const;

describe('rawSignatureOf', () => {
  it('lays short numbers to the right and drops the sign of long ones', () => {
    const long = [0, ...Array(31).fill(7), 0x80];
    const der = Uint8Array.from([0x30, 3 + 2 + 33, 0x02, 1, 5, 0x02, 33, 0, 0x80, ...Array(31).fill(7)]);
    expect(long).toHaveLength(33);
    expect([...rawSignatureOf(der)!]).toEqual([...Array(31).fill(0), 5, 0x80, ...Array(31).fill(7)]);
  });

  it.each([
    ['a negative number', [0x30, 6, 2, 1, 0x80, 2, 1, 1]],
    ['a zero in front for nothing', [0x30, 7, 2, 2, 0, 1, 2, 1, 1]],
    ['a number of no length', [0x30, 5, 2, 0, 2, 1, 1]],
    ['more than 256 bits', [0x30, 38, 2, 33, ...Array(33).fill(1), 2, 1, 1]],
    ['a third number', [0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1]],
    ['an end before the end', [0x30, 6, 2, 1, 1, 2, 3, 1]],
  ])('takes no other DER: %s', (_, der) => {
    expect(rawSignatureOf(Uint8Array.from(der))).toBeNull();
  });
});

describe('a public key', () => {
  it('is named by the hash of its DER, the same in a browser', async () => {
    expect(fingerprintOf(key)).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintInBrowser(key)).toBe(fingerprintOf(key));
  });

  it('is on P-256 and public, or none', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export(asDer);
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    expect([fingerprintOf(pemOf(other)), fingerprintOf(secret), fingerprintOf('khóa')]).toEqual([null, null, null]);
  });

  it('has one text: what reads as the same key with another byte is another text', () => {
    const written = Buffer.from(key);
    const kept = [...written.keys()].filter((at) => isCanonicalPem(Buffer.from(flipped(written, at)).toString()));
    // A bit of the curve's point makes another key, if it is a point at all.
    expect(kept.every((at) => fingerprintOf(Buffer.from(flipped(written, at)).toString()) !== fingerprintOf(key))).toBe(
      true,
    );
    expect(isCanonicalPem(key)).toBe(true);
    expect(isCanonicalPem(key.replaceAll('\n', '\r\n'))).toBe(false);
  });
});
