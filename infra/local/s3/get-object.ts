import { createReadStream } from 'node:fs';
import { failedPrecondition, matchesEtag } from './bucket.ts';
import type { ObjectVersion } from './bucket-files.ts';
import { describeVersion } from './object-headers.ts';
import type { S3Context } from './s3-context.ts';
import { S3Error } from './s3-error.ts';
import { parseCount, queryValue, type S3Answer, type S3Request } from './s3-request.ts';

interface Span {
  start: number;
  /** Inclusive. */
  end: number;
}

const overridable = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
];

/** GetObject and HeadObject. */
export function getObject(request: S3Request, context: S3Context, bucketName: string, key: string): S3Answer {
  const bucket = context.bucket(bucketName);
  const version = bucket.version(key, queryValue(request, 'versionId'));
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  if (ifMatch !== undefined && !matchesEtag(ifMatch, version.etag)) throw failedPrecondition('If-Match');
  if (ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, version.etag))
    return { status: 304, headers: describeVersion(version) };
  const span = parseRange(request.headers.range, version.size);
  const answer = {
    status: span ? 206 : 200,
    headers: { ...readHeaders(request, version, span), ...readOverrides(request) },
  };
  const length = span ? span.end - span.start + 1 : version.size;
  if (request.method === 'HEAD' || length === 0) return answer;
  return { ...answer, body: createReadStream(bucket.bodyPath(version), span ?? {}) };
}

const readHeaders = (request: S3Request, version: ObjectVersion, span: Span | null) => ({
  ...version.headers,
  ...describeVersion(version),
  'accept-ranges': 'bytes',
  'last-modified': new Date(version.last_modified).toUTCString(),
  'content-length': String(span ? span.end - span.start + 1 : version.size),
  ...(span
    ? { 'content-range': `bytes ${span.start}-${span.end}/${version.size}` }
    : checksumHeaders(request, version)),
});

/** A checksum is of the whole object, so a part comes without. */
const checksumHeaders = (request: S3Request, version: ObjectVersion) =>
  [request.headers['x-amz-checksum-mode'], queryValue(request, 'x-amz-checksum-mode')].includes('ENABLED') &&
  Object.keys(version.checksums).length > 0
    ? { ...version.checksums, 'x-amz-checksum-type': 'FULL_OBJECT' }
    : {};

function readOverrides(request: S3Request): Record<string, string> {
  const given = overridable.flatMap((name) => {
    const value = queryValue(request, `response-${name}`);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (given.some(([, value]) => !/^[\x20-\x7e\xa0-\xff\t]*$/.test(value)))
    throw new S3Error('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
  return Object.fromEntries(given);
}

/** Null for the whole object, which is also the answer to ranges that S3 does not understand. */
function parseRange(header: string | undefined, size: number): Span | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [first, last] = [parseCount(match?.[1]), parseCount(match?.[2])];
  if (first === null && last === null) return null;
  if (first !== null && last !== null && last < first) return null;
  const span =
    first === null
      ? { start: Math.max(size - last!, 0), end: size - 1 }
      : { start: first, end: Math.min(last ?? size - 1, size - 1) };
  if (span.start <= span.end) return span;
  throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
    RangeRequested: header!,
    ActualObjectSize: String(size),
  });
}
