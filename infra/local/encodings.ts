import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import Negotiator from 'negotiator';
import type { HttpAnswer } from './http-event.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** What CloudFront compresses: these types, and between these sizes. */
const types = /^(text\/|application\/(json|javascript|xml|rss\+xml|wasm|pdf)\b|image\/svg\+xml)/;
const smallest = 1_000;
const largest = 10_000_000;

export const isCompressible = ({ headers, body }: HttpAnswer): boolean =>
  types.test(String(headers['content-type'])) &&
  headers['content-encoding'] === undefined &&
  body.length >= smallest &&
  body.length <= largest;

const chosen = new Map<string, Encoding>();

/** The best of what is accepted; nothing is said: as it is. */
export function encodingOf(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const known = chosen.get(acceptEncoding);
  if (known) return known;
  const accepted = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings(['br', 'gzip']);
  // As at CloudFront, whatever the reader likes better of the two.
  const made = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
  // Browsers send a handful; whoever sends many keeps nobody's memory.
  if (chosen.size >= 100) chosen.clear();
  chosen.set(acceptEncoding, made);
  return made;
}

/** About what an edge spends on it. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

export function encodedBy(encoding: Encoding, body: Buffer): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, quality);
  return encoding === 'gzip' ? gzipSync(body) : body;
}
