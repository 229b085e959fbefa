import * as oauth from 'oauth4webapi';
import type { Claims } from '../../../shared/identity/caller.ts';
import type { PortalConfig } from '../portal-config.ts';

/**
 * Who is signed in, in this tab. Tokens stand in memory only: a reload asks the sign-in, which remembers, for new ones.
 * Session storage holds verifier, state and the address to come back to, for the seconds of the way there and back.
 */
interface Tokens {
  access: string;
  refresh: string | undefined;
  id: string | undefined;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

interface Pending {
  verifier: string;
  state: string;
  hash: string;
}

let server: oauth.AuthorizationServer;
let client: oauth.Client;
let settings: PortalConfig;
let tokens: Tokens | null = null;
let renewing: Promise<Tokens | null> | null = null;
const listeners = new Set<() => void>();
const tabs = new BroadcastChannel('dti-portal');

/** Without https there is the development sign-in only. */
const options = () => (location.protocol === 'http:' ? { [oauth.allowInsecureRequests]: true } : {});
const redirectUri = () => `${location.origin}/portal/index.html`;
const pendingKey = 'dti-sign-in';

/** Takes the code out of the address, if there is one. Answers whether somebody is signed in now. */
export async function openSession(config: PortalConfig): Promise<boolean> {
  settings = config;
  const { issuer, authorization_endpoint, token_endpoint } = config;
  server = { issuer, authorization_endpoint, token_endpoint };
  client = { client_id: config.client_id };
  tabs.onmessage = end;
  const address = new URL(location.href);
  const pending = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  if (!address.searchParams.has('state')) return false;
  const { verifier, state, hash } = (pending ? JSON.parse(pending) : {}) as Partial<Pending>;
  // Before anything else happens: the code is good for one use, and no history should keep it.
  history.replaceState(null, '', `/portal/index.html${hash ?? ''}`);
  if (!verifier || !state) return false;
  return finish(address, verifier, state);
}

async function finish(address: URL, verifier: string, state: string): Promise<boolean> {
  try {
    const parameters = oauth.validateAuthResponse(server, client, address, state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri(),
      verifier,
      options(),
    );
    keep(await oauth.processAuthorizationCodeResponse(server, client, answer));
    return true;
  } catch {
    return false;
  }
}

function keep(answer: oauth.TokenEndpointResponse): Tokens {
  tokens = {
    access: answer.access_token,
    refresh: answer.refresh_token ?? tokens?.refresh,
    id: answer.id_token ?? tokens?.id,
    expiresAt: Date.now() + (answer.expires_in ?? 900) * 1000,
  };
  return tokens;
}

/** What the token in hand says of its bearer, unchecked: enough to guess what they will want, and for nothing else. */
export function readClaims(): Claims {
  try {
    return JSON.parse(atob(tokens!.access.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')));
  } catch {
    return {};
  }
}

/** Leaves for the sign-in, to come back to this place. `again`: also whom the sign-in remembers has to name themself. */
export async function signIn(again = false): Promise<void> {
  dispatchEvent(new Event('portal:leaving'));
  const verifier = oauth.generateRandomCodeVerifier();
  const pending: Pending = { verifier, state: oauth.generateRandomState(), hash: location.hash };
  sessionStorage.setItem(pendingKey, JSON.stringify(pending));
  const address = new URL(settings.authorization_endpoint);
  const query = {
    ...{ client_id: settings.client_id, redirect_uri: redirectUri(), response_type: 'code', scope: settings.scope },
    ...{ state: pending.state, code_challenge_method: 'S256' },
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    ...(again && { prompt: 'login' }),
  };
  address.search = new URLSearchParams(query).toString();
  location.assign(address);
}

/** A token with half a minute to live at least; null: nobody is signed in any more. */
export async function accessToken(): Promise<string | null> {
  if (!tokens) return null;
  if (tokens.expiresAt - Date.now() > 30_000) return tokens.access;
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return (await renewing)?.access ?? null;
}

/** One renewal at a time: a refresh token used twice would end the session. Offline is no end: the call itself will say. */
async function renew(): Promise<Tokens | null> {
  const held = tokens;
  if (!held?.refresh) return null;
  const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), held.refresh, options());
  try {
    const renewed = await oauth.processRefreshTokenResponse(server, client, answer);
    // Signed out meanwhile, here or in another tab: nothing comes back.
    return tokens === held ? keep(renewed) : null;
  } catch {
    drop();
    return null;
  }
}

/** Forgets the tokens in this tab and tells the screens. */
export function drop(): void {
  tokens = null;
  for (const tell of listeners) tell();
}

export function onDrop(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/**
 * Drops the tokens of this tab for good: a sign-in's own page of signing out ends its session, and may leave refresh tokens
 * that were given out before. Whether it came through nobody waits for: the address is left, and the answer may not be read.
 */
function end(): void {
  const body = { token: tokens?.refresh ?? '', token_type_hint: 'refresh_token', client_id: settings.client_id };
  drop();
  if (body.token === '') return;
  const request = { method: 'POST', mode: 'no-cors', keepalive: true, body: new URLSearchParams(body) } as const;
  fetch(settings.revocation_endpoint, request).catch(() => {});
}

/** Signs out here, in all other tabs and at the sign-in. */
export function signOut(): void {
  const id = tokens?.id;
  tabs.postMessage('signed-out');
  end();
  const address = new URL(settings.end_session_endpoint);
  const query =
    settings.logout === 'cognito'
      ? { client_id: settings.client_id, logout_uri: redirectUri() }
      : { client_id: settings.client_id, post_logout_redirect_uri: redirectUri(), ...(id && { id_token_hint: id }) };
  address.search = new URLSearchParams(query).toString();
  location.assign(address);
}
