import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { type Listener, listenOnLoopback } from '../listen.ts';
import { renderLogin, renderProblem, unitTyped } from './login-page.tsx';
import { findPerson, subjectOf } from './persons.ts';
import { goneOnAt, makeProvider, type ProviderOptions } from './provider.ts';

/**
 * `form-action` is left out: Chromium holds it against the redirects that follow a form, and the way back to the portal
 * would be shut.
 */
const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export interface SignInPages extends Listener {
  /** Opens the provider, once it is known where the portal is; until then every request waits for nothing and gets 503. */
  serve(options: ProviderOptions): void;
}

/** Listens at once, for the portal is told where: an origin of its own, so that CORS and CSP are as on AWS. */
export async function startSignInPages(port?: number): Promise<SignInPages> {
  let provider: Provider | null = null;
  const server: Server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isLoopback(request.headers.host)) return send(response, 403, renderProblem('403.'));
    answer(provider, request, response).catch((error: Error) => send(response, 400, renderProblem(error.message)));
  });
  const listener = await listenOnLoopback(server, port);
  return {
    ...listener,
    serve: (options) => {
      provider = makeProvider(options);
    },
  };
}

/** A page elsewhere that points its own name at this machine must not get to sign in. */
const isLoopback = (host = '') => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);

async function answer(provider: Provider | null, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!provider) return send(response, 503, renderProblem('Đang khởi động.'));
  const goOn = goneOnAt(request.url ?? '');
  if (goOn === null) return provider.callback()(request, response);
  if (request.method === 'GET') {
    await provider.interactionDetails(request, response);
    return send(response, 200, renderLogin(null));
  }
  if (request.method !== 'POST') return send(response, 405, renderProblem('405.'));
  await provider.interactionDetails(request, response);
  const person = chosen(new URLSearchParams(await text(request)));
  if (!person) return send(response, 400, renderLogin('Không có đơn vị này; đề nghị chọn trong danh sách.'));
  await provider.interactionResult(request, response, { login: { accountId: person } });
  // Gone on here, not by a redirect to there: who signs in waits for a round trip less, as with a user pool.
  Object.assign(request, { method: 'GET', url: goOn });
  return provider.callback()(request, response);
}

function chosen(form: URLSearchParams): string | null {
  const unit = unitTyped((form.get('unit') ?? '').trim());
  const sub = form.get('person') ?? subjectOf(form.get('role') ?? '', unit, (form.get('department') ?? '').trim());
  return findPerson(sub) ? sub : null;
}

function send(response: ServerResponse, status: number, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
}
