import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { JWTPayload } from 'jose';
import { callerRoles } from '../../shared/identity/caller.ts';
import type { FunctionSpec } from '../topology.ts';
import { EdgeCache } from './edge-cache.ts';
import type { Functions } from './functions.ts';
import { type HttpAnswer, message, toHttpAnswer, toHttpEvent } from './http-event.ts';
import { type Listener, listenOnLoopback } from './listen.ts';
import type { PublicSite } from './public-site.ts';
import { compileRoutes, type MatchedRoute } from './routes.ts';
import { readIdentity } from './sign-in/identity.ts';
import { hasScope, type SignIn } from './sign-in/sign-in.ts';

const requestBytes = 10 * 1024 * 1024;

export interface GatewayOptions {
  port?: number | undefined;
  specs: FunctionSpec[];
  invoke: Functions['invoke'];
  /** Paths that functions answer; every other one is the site's. */
  functionPaths?: RegExp;
  site: Pick<PublicSite, 'get'>;
  signIn: SignIn;
  /** API Gateway's limit on an integration. */
  timeoutMs?: number;
}

interface Gateway extends GatewayOptions {
  match: ReturnType<typeof compileRoutes>;
}

/** One address for everything: `/v1/*` as API Gateway, `/dev/*` tokens for curl, the rest as CloudFront. */
export function startGateway(options: GatewayOptions): Promise<Listener> {
  const gateway = { ...options, match: compileRoutes(options.specs) };
  const edge = new EdgeCache();
  const server = createServer(async (incoming, response) => {
    // Before anything that waits: what everybody asks for costs no promise.
    if (edge.answer(incoming, response)) return;
    const joined = await edge.joined(incoming, response);
    if (joined === true) return;
    const answer = await respond(gateway, incoming).catch((error: unknown) => {
      console.error(error);
      return message(500, 'Internal Server Error');
    });
    if (incoming.method === 'POST') edge.forgetCurrent();
    if (!edge.keepAndAnswer(incoming, response, answer)) send(incoming, response, answer);
    joined();
  });
  return listenOnLoopback(server, options.port);
}

async function respond(gateway: Gateway, incoming: IncomingMessage): Promise<HttpAnswer> {
  const target = incoming.url ?? '/';
  const host = incoming.headers.host ?? '';
  if (!target.startsWith('/') || !URL.canParse(`http://${host}`)) return message(400, 'Bad Request');
  // Concatenated: resolved against a base, a path of `//host` would be read as an address.
  const url = new URL(`http://${host}${target}`);
  const { functionPaths = /^\/v1\// } = gateway;
  if (functionPaths.test(url.pathname)) return callFunction(gateway, incoming, url);
  if (incoming.method !== 'GET' && incoming.method !== 'HEAD')
    return message(405, 'Method Not Allowed', { allow: 'GET, HEAD' });
  if (url.pathname.startsWith('/dev/')) return signInPage(gateway.signIn, url);
  return gateway.site.get(url.pathname, incoming.headers['if-none-match']);
}

async function callFunction(gateway: Gateway, incoming: IncomingMessage, url: URL): Promise<HttpAnswer> {
  const match = gateway.match(incoming.method ?? '', url.pathname);
  if (!match) return message(404, 'Not Found');
  const claims = await authorize(gateway, match, incoming.headers.authorization);
  if (claims === 'refused') return message(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
  if (claims && !hasScope(claims)) return message(403, 'Forbidden');
  const body = await readBody(incoming);
  if (!body) return message(413, 'Request Entity Too Large', { connection: 'close' });
  return integrate(gateway, match, toHttpEvent({ incoming, url, body }, match, claims));
}

async function authorize(
  gateway: Gateway,
  { route }: MatchedRoute,
  header = '',
): Promise<JWTPayload | null | 'refused'> {
  if (route.roles.includes('public')) return null;
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  return (token && (await gateway.signIn.verifyToken(token))) || 'refused';
}

/** Null once the body is over API Gateway's limit; the rest is left unread. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > requestBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > requestBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function integrate(
  { invoke, timeoutMs = 30_000 }: Gateway,
  { functionName }: MatchedRoute,
  event: unknown,
): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HttpAnswer>((resolve) => {
    timer = setTimeout(() => resolve(message(503, 'Service Unavailable')), timeoutMs);
  });
  const answer = invoke(functionName, event).then(toHttpAnswer, (error: Error) => {
    if (error.name === 'RequestTooLargeException') return message(413, 'Request Entity Too Large');
    console.error(`${functionName}: ${error.name}: ${error.message}`);
    return error.name === 'Sandbox.Timedout'
      ? message(503, 'Service Unavailable')
      : message(500, 'Internal Server Error');
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Answers only to a loopback name: a page elsewhere that points its own name at this machine must not get a token. */
async function signInPage(signIn: SignIn, url: URL): Promise<HttpAnswer> {
  if (!['127.0.0.1', 'localhost'].includes(url.hostname)) return message(403, 'Forbidden');
  if (url.pathname === '/dev/jwks.json') return json(signIn.jwks);
  if (url.pathname !== '/dev/token') return message(404, 'Not Found');
  const identity = readIdentity(url.searchParams);
  if (!identity)
    return message(
      400,
      `Cần ghi sub, role và, với officer, certifier, unit / give sub, role=${callerRoles.join('|')} (or grants) and, for an officer or certifier, unit`,
    );
  return json({ token: await signIn.issueToken(identity) });
}

const json = (value: unknown): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

function send(incoming: IncomingMessage, response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const isBodiless = status === 204 || status === 304;
  response.writeHead(status, { ...headers, ...(isBodiless ? {} : { 'content-length': Buffer.byteLength(body) }) });
  response.end(incoming.method === 'HEAD' || isBodiless ? undefined : body);
}
