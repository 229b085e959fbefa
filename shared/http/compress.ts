import { gzipSync } from 'node:zlib';
import type { Response } from './http-function.ts';

/** Below it an answer fits one packet as it is. */
const leastBytes = 1024;

/**
 * A long answer as gzip for whom takes it: a form of 45 rows is 60 KB of JSON, more than a second on a slow network.
 * Of what must not be cached nobody in front of the function does it; the rest is compressed where it is kept.
 */
export function compress(response: Response, acceptEncoding: string | undefined): Response {
  const { headers = {}, body, isBase64Encoded } = response;
  const isKept = !/\bno-store\b/.test(String(headers['cache-control'] ?? ''));
  if (isKept || !body || isBase64Encoded || Buffer.byteLength(body) < leastBytes) return response;
  const vary = [headers.vary, 'accept-encoding'].filter(Boolean).join(', ');
  if (!takes('gzip', acceptEncoding)) return { ...response, headers: { ...headers, vary } };
  return {
    ...response,
    // The tag of these bytes would be another one: what is the same is their meaning.
    headers: { ...headers, vary, 'content-encoding': 'gzip', ...(headers.etag && { etag: `W/${headers.etag}` }) },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** Whether `Accept-Encoding` names it, and not to refuse it. */
export const takes = (encoding: string, acceptEncoding = ''): boolean =>
  acceptEncoding
    .split(',')
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .some(([name, weight = '1']) => name === encoding && Number(weight) > 0);
