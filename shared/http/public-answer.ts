import { sha256Of } from '../digest/canonical-json.ts';
import { isKnown } from './entity-tag.ts';
import type { Response } from './http-function.ts';

/** Reading is for any page of any origin; nothing else is. */
export const readableAnywhere = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Link, Retry-After',
};

/** Of a numbered release, which never changes; of what the next release changes. */
export const cacheControl = {
  never: 'public, max-age=31536000, immutable',
  'with a release': 'public, max-age=60',
} as const;

export interface PublicBody {
  body: string;
  type: string;
  changes: keyof typeof cacheControl;
  /** Absent: of the body. */
  etag?: string;
  headers?: Record<string, string>;
}

/** What the public is answered: tagged, for every origin, 304 where the caller holds it already. */
export function publicAnswer({ body, type, changes, ...more }: PublicBody, ifNoneMatch: string | undefined): Response {
  const etag = more.etag ?? `"${sha256Of(body).slice(0, 32)}"`;
  const headers = { ...readableAnywhere, ...more.headers, etag, 'cache-control': cacheControl[changes] };
  if (isKnown(ifNoneMatch, etag)) return { statusCode: 304, headers };
  return { statusCode: 200, headers: { ...headers, 'content-type': `${type}; charset=utf-8` }, body };
}

/** What a page elsewhere may send, as a browser asks before it does. */
export const preflight = (): Response => ({
  statusCode: 204,
  headers: {
    ...readableAnywhere,
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'Accept, If-None-Match',
    'access-control-max-age': '86400',
    'cache-control': 'public, max-age=86400',
  },
});
