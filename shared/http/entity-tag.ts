import { sha256Of } from '../digest/canonical-json.ts';
import type { Response } from './http-function.ts';
import { answer } from './messages.ts';

/** RFC 9110 compares weakly here: a cache that compresses marks the tag `W/`. */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));

/**
 * What is asked for every few seconds: 304 where nothing has changed. It is kept nowhere on its way, so that whoever asks
 * hears what stands now.
 */
export function taggedAnswer(ifNoneMatch: string | undefined, body: object): Response {
  const { headers, ...answered } = answer(200, body);
  const etag = `"${sha256Of(String(answered.body)).slice(0, 32)}"`;
  if (isKnown(ifNoneMatch, etag)) return { statusCode: 304, headers: { etag, 'cache-control': 'no-store' } };
  return { ...answered, headers: { ...headers, etag } };
}
