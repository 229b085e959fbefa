import { rawSignatureOf } from './der-signature.ts';
import type { Signed } from './verify-signature.ts';

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What {@link isSignedBy} says, by WebCrypto: for the page on which a reader verifies a release. */
export async function isSignedInBrowser({ bytes, signature, key }: Signed): Promise<boolean> {
  const raw = rawSignatureOf(signature);
  const spki = raw && derOf(key);
  if (!raw || !spki) return false;
  try {
    const imported = await crypto.subtle.importKey('spki', spki, curve, false, ['verify']);
    const data = new Uint8Array(bytes);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, raw, data);
  } catch {
    return false;
  }
}

/** What a key is named by; null: it is no PEM of a public key. */
export async function fingerprintInBrowser(pem: string): Promise<string | null> {
  const der = derOf(pem);
  if (!der) return null;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', der));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function derOf(pem: string): Uint8Array<ArrayBuffer> | null {
  const [, body] = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n?$/.exec(pem) ?? [];
  if (body === undefined) return null;
  try {
    return Uint8Array.from(atob(body.replaceAll('\n', '')), (one) => one.charCodeAt(0));
  } catch {
    return null;
  }
}
