import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import { localAccount } from './names.ts';
import type { MatchedRoute } from './routes.ts';

export interface HttpRequest {
  incoming: IncomingMessage;
  url: URL;
  body: Buffer;
}

/** API Gateway's event, payload format 2.0. `claims` is null on a route without an authorizer. */
export function toHttpEvent(request: HttpRequest, match: MatchedRoute, claims: JWTPayload | null) {
  const { incoming, url, body } = request;
  const { cookie, ...headers } = joinedHeaders(incoming);
  const routeKey = `${match.route.method} ${match.route.path}`;
  const query = joinedQuery(url.searchParams);
  const isText = isTextType(headers['content-type']) && !headers['content-encoding'];
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie ? { cookies: cookie.split(/;\s*/) } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    requestContext: {
      accountId: localAccount,
      apiId: 'local',
      ...(claims ? { authorizer: { jwt: { claims: textClaims(claims), scopes: null } } } : {}),
      domainName: url.hostname,
      domainPrefix: 'local',
      http: {
        method: match.route.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: incoming.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  } satisfies Omit<APIGatewayProxyEventV2, 'requestContext'> & { requestContext: unknown };
}

function joinedHeaders(incoming: IncomingMessage): Record<string, string> {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, [value].flat().join(',')]);
  return Object.fromEntries(headers);
}

function joinedQuery(search: URLSearchParams): Record<string, string> | null {
  const names = [...new Set(search.keys())];
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, search.getAll(name).join(',')])) : null;
}

const isTextType = (type = '') =>
  /^(text\/|application\/([a-z0-9.-]+\+)?(json|xml)\b|application\/javascript\b)/i.test(type);

/** API Gateway hands every claim over as text, a list as `[a b]`. */
function textClaims(claims: JWTPayload): Record<string, string> {
  const text = (value: unknown) => (Array.isArray(value) ? `[${value.join(' ')}]` : String(value));
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer | string;
}

export const message = (status: number, text: string, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message: text }),
});

/** Reads a function's answer; one without `statusCode` is itself the JSON body of a 200. */
export function toHttpAnswer(result: unknown): HttpAnswer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
  }
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = result as APIGatewayProxyStructuredResultV2;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode ?? 200,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...Object.fromEntries(named),
      ...(cookies ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
