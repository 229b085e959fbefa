import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error.ts';
import { parseCount, queryValue, type S3Request } from './s3-request.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What a signature was made over, whether it came in a header or in the query. */
interface Claim {
  scope: Scope;
  /** `20240131T235959Z`. */
  date: string;
  signedHeaders: string[];
  payloadHash: string;
  signature: string;
}

export interface Scope {
  accessKeyId: string;
  /** `20240131`. */
  day: string;
  region: string;
}

const algorithm = 'AWS4-HMAC-SHA256';
const skewMs = 15 * 60_000;
const longestExpirySeconds = 7 * 24 * 3600;

/** Who asks, and the declared hash of the payload; an S3Error when it cannot be shown. */
export function authenticate(request: S3Request, credentials: Credentials, now: Date): { payloadHash: string } {
  const inQuery = queryValue(request, 'X-Amz-Algorithm') !== undefined;
  if (!inQuery && request.headers.authorization === undefined) throw new S3Error('AccessDenied', 'Access Denied');
  const claim = inQuery ? readQueryClaim(request, now) : readHeaderClaim(request, now);
  refuseUnsignedHeaders(request, claim);
  const text = [algorithm, claim.date, scopeText(claim.scope), sha256(canonicalRequest(request, claim))].join('\n');
  verifySignature(text, claim.scope, claim.signature, credentials);
  return { payloadHash: claim.payloadHash };
}

/** Checks a signature over a text: a request's, or a POST policy's. */
export function verifySignature(text: string, scope: Scope, signature: string, credentials: Credentials): void {
  if (scope.accessKeyId !== credentials.accessKeyId)
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  const expected = hmac(signingKey(scope, credentials.secretAccessKey), text);
  const given = /^[0-9a-f]{64}$/.test(signature) ? Buffer.from(signature, 'hex') : Buffer.alloc(32);
  if (!timingSafeEqual(expected, given))
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
}

/** Reads `KEY/20240131/region/s3/aws4_request`; null when it is something else. */
export function parseScope(credential: string | undefined): Scope | null {
  const match = /^([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request$/.exec(credential ?? '');
  const [, accessKeyId = '', day = '', region = ''] = match ?? [];
  return match ? { accessKeyId, day, region } : null;
}

function readHeaderClaim(request: S3Request, now: Date): Claim {
  const header = request.headers.authorization ?? '';
  if (!header.startsWith(`${algorithm} `)) throw new S3Error('InvalidArgument', 'Unsupported Authorization Type');
  const parts = /Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([^,\s]+)$/.exec(header);
  const scope = parseScope(parts?.[1]);
  const date = request.headers['x-amz-date'] ?? '';
  const at = parseDate(date);
  if (!parts || !scope || at === null || !date.startsWith(scope.day))
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header or its x-amz-date is malformed.');
  if (Math.abs(at - now.getTime()) > skewMs) throw tooSkewed(date, now);
  const payloadHash = request.headers['x-amz-content-sha256'];
  if (payloadHash === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return { scope, date, signedHeaders: parts[2]!.split(';'), payloadHash, signature: parts[3]! };
}

function readQueryClaim(request: S3Request, now: Date): Claim {
  const value = (name: string) => queryValue(request, `X-Amz-${name}`) ?? '';
  const scope = parseScope(value('Credential'));
  const at = parseDate(value('Date'));
  const expires = parseCount(value('Expires'));
  const inOrder = value('Algorithm') === algorithm && at !== null && expires !== null && expires > 0;
  if (!scope || !inOrder || expires > longestExpirySeconds || !value('Date').startsWith(scope.day))
    throw new S3Error('AuthorizationQueryParametersError', 'The X-Amz-* query parameters are incomplete or malformed.');
  if (at > now.getTime() + skewMs) throw new S3Error('AccessDenied', 'Request is not yet valid');
  if (at + expires * 1000 < now.getTime())
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': String(expires),
      Expires: new Date(at + expires * 1000).toISOString(),
      ServerTime: now.toISOString(),
    });
  const signedHeaders = value('SignedHeaders').split(';');
  return { scope, date: value('Date'), signedHeaders, payloadHash: 'UNSIGNED-PAYLOAD', signature: value('Signature') };
}

function refuseUnsignedHeaders(request: S3Request, claim: Claim): void {
  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  const unsigned = mustBeSigned.filter((name) => !claim.signedHeaders.includes(name));
  if (unsigned.length > 0)
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      HeadersNotSigned: unsigned.join(', '),
    });
}

function canonicalRequest(request: S3Request, claim: Claim): string {
  const query = request.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map((pair) => pair.map(encode))
    .sort(([a = '', b = ''], [c = '', d = '']) => (a === c ? compareCodes(b, d) : compareCodes(a, c)))
    .map((pair) => pair.join('='));
  const headers = claim.signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    request.path.split('/').map(encode).join('/'),
    query.join('&'),
    headers.join(''),
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
}

const compareCodes = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

function parseDate(text: string): number | null {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const at = iso === text ? Number.NaN : Date.parse(iso);
  return Number.isNaN(at) ? null : at;
}

const tooSkewed = (date: string, now: Date) =>
  new S3Error('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.', {
    RequestTime: date,
    ServerTime: now.toISOString(),
    MaxAllowedSkewMilliseconds: String(skewMs),
  });

const scopeText = (scope: Scope) => `${scope.day}/${scope.region}/s3/aws4_request`;

/** The last one made: it holds for a day, and thousands of pages are put with it. */
let kept: { of: string; key: string | Buffer } = { of: '', key: '' };

function signingKey(scope: Scope, secret: string): string | Buffer {
  const of = `${scopeText(scope)} ${secret}`;
  if (kept.of !== of) {
    const parts = [scope.day, scope.region, 's3', 'aws4_request'];
    kept = { of, key: parts.reduce<string | Buffer>(hmac, `AWS4${secret}`) };
  }
  return kept.key;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
