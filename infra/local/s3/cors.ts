import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';
import type { S3Answer } from './s3-request.ts';

/** The one rule that the raw bucket has in `infra/constructs/buckets.ts`; other buckets have none. */
export interface CorsRule {
  bucket: string;
  method: 'POST';
  /** Asked at each request: the portal's address is known only after S3 listens. Undefined: no page may read anything. */
  origin: () => string | undefined;
}

const bucketOf = (url = '/') => url.split(/[/?]/, 2)[1] ?? '';

function isAllowed({ headers, url }: IncomingMessage, method: string | undefined, rule: CorsRule | undefined): boolean {
  if (!rule || headers.origin === undefined) return false;
  return bucketOf(url) === rule.bucket && method === rule.method && headers.origin === rule.origin();
}

/** What lets a page of the origin read the answer; without it the request is carried out all the same, as on AWS. */
export function corsHeaders(message: IncomingMessage, rule: CorsRule | undefined): Record<string, string> {
  const method = message.method === 'OPTIONS' ? message.headers['access-control-request-method'] : message.method;
  if (!isAllowed(message, method, rule)) return {};
  return {
    'access-control-allow-origin': message.headers.origin!,
    'access-control-allow-methods': rule!.method,
    'access-control-allow-credentials': 'true',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

/** Answers a preflight; whatever the rule does not name is refused. */
export function answerPreflight(message: IncomingMessage, rule: CorsRule | undefined): S3Answer {
  const { origin, 'access-control-request-headers': asked } = message.headers;
  if (origin === undefined) throw new S3Error('BadRequest', 'Insufficient information. Origin request header needed.');
  if (!isAllowed(message, message.headers['access-control-request-method'], rule))
    throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
  return { status: 200, headers: asked === undefined ? {} : { 'access-control-allow-headers': asked } };
}
