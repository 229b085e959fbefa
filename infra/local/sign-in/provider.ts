import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { claimsOfScopes, unitScope } from '../../../shared/identity/unit-system.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { claimsOf } from './identity.ts';
import { renderLogout, renderProblem } from './login-page.tsx';
import { findPerson } from './persons.ts';
import { openProviderFiles } from './provider-files.ts';
import { audience, issuer, portalScope } from './sign-in.ts';
import type { SignInKeys } from './sign-in-keys.ts';

export const clientId = 'dti-portal';

/** Seconds. An access token cannot be taken back; a day's work can be done on one sign-in. */
const ttl = { AccessToken: 900, RefreshToken: 36_000, Session: 36_000, Grant: 36_000, Interaction: 3600, IdToken: 900 };

export interface ProviderOptions {
  keys: SignInKeys;
  /** File of sessions, codes and refresh tokens. */
  file: string;
  /** Where the portal is: `http://127.0.0.1:8081`. */
  portalOrigin: string;
}

/** A certified OpenID provider in this process: code with PKCE, access tokens as JWT, refresh tokens that rotate. */
export function makeProvider(options: ProviderOptions): Provider {
  const provider = new Provider(issuer, configurationOf(options));
  // It would name an address that it does not listen at.
  provider.proxy = false;
  return provider;
}

function configurationOf({ keys, file, portalOrigin }: ProviderOptions): Configuration {
  const portal = `${portalOrigin}/portal/index.html`;
  return {
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        // `native` would always ask for consent.
        application_type: 'web',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [portal],
        post_logout_redirect_uris: [portal],
      },
      ...systems(),
    ],
    jwks: { keys: [{ ...keys.key, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [keys.cookie] },
    adapter: openProviderFiles(file),
    ttl,
    clientBasedCORS: (_, origin) => origin === portalOrigin,
    pkce: { required: () => true },
    scopes: ['openid', 'offline_access'],
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    claims: { openid: ['sub'] },
    findAccount,
    extraTokenClaims: (_, token) => {
      if (token.kind === 'ClientCredentials') return { ...claimsOfScopes([...token.scopes]) };
      const person = 'accountId' in token && token.accountId ? findPerson(token.accountId) : null;
      return person ? claimsOf(person) : {};
    },
    loadExistingGrant,
    renderError,
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:dti:api',
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, _resource, client) => ({
          scope: scopesOf(client.clientId),
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: ttl.AccessToken,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    interactions: { url: (_, { uid }) => loginPath(uid) },
  };
}

/** Below where it is gone on from, so that the cookie for that comes with the form too: see {@link goneOnAt}. */
const loginPath = (uid: string): string => `/auth/${uid}/login`;

/** Where the sign-in goes on that a page of ours is of; null: the path is none of ours. */
export const goneOnAt = (path: string): string | null => /^(\/auth\/[^/?]+)\/login$/.exec(path)?.[1] ?? null;

/** Of systems on this machine, as of everybody here: no secret. */
export const systemSecret = 'chi-dung-tren-may-nay';

export const systemOf = (unitId: string): string => `system-${unitId}`;

/** One of each unit that may report this year; see {@link scopesOf}. */
const systems = (): NonNullable<Configuration['clients']> =>
  ['province34', 'ministry-services', 'ministry-no-services'].flatMap((group) =>
    membersOf(group, '2026').map(({ unit_id }) => ({
      client_id: systemOf(unit_id),
      client_secret: systemSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  );

/** What a client may ask for: a system its unit's scope too, as in the user pool. */
const scopesOf = (client: string): string => {
  const [, unit] = client.split('system-');
  return unit ? `${portalScope} ${unitScope(unit)}` : portalScope;
};

const findAccount: Configuration['findAccount'] = (_, sub) =>
  findPerson(sub) ? { accountId: sub, claims: () => ({ sub }) } : undefined;

/** The portal is our own: nobody is asked whether it may. A grant that is gone, after a revocation, is made anew. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { client, session, provider, result } = oidc;
  const id = result?.consent?.grantId ?? session!.grantIdFor(client!.clientId);
  const found = id ? await provider.Grant.find(id) : undefined;
  const grant = found ?? new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope('openid');
  grant.addResourceScope('urn:dti:api', portalScope);
  await grant.save();
  return grant;
};

async function logoutSource(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  ctx.body = renderLogout(form);
}

const renderError: Configuration['renderError'] = async (ctx, out) => {
  ctx.type = 'html';
  ctx.body = renderProblem(`${out.error}: ${out.error_description ?? ''}.`);
};
