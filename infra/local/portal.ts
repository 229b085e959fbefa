import { join } from 'node:path';
import { buildPortal } from '../portal/build-portal.ts';
import { functions as specs } from '../topology.ts';
import type { Closers } from './engines.ts';
import type { Settings } from './environment.ts';
import type { Functions } from './functions.ts';
import { startGateway } from './gateway.ts';
import { message } from './http-event.ts';
import { clientId } from './sign-in/provider.ts';
import { issuer, portalScope, type SignIn } from './sign-in/sign-in.ts';
import { startSignInPages } from './sign-in/sign-in-pages.ts';

export interface PortalPorts {
  port: number;
  signInPort: number;
}

/** Where page and sign-in stand. */
export interface Portal {
  url: string;
  signInUrl: string;
  /** Folder of the built page. */
  files: string;
}

interface PortalParts {
  invoke: Functions['invoke'];
  signIn: SignIn;
  state: string;
}

/** Stands before the functions are loaded, for their environment names it. */
export async function openPortal(ports: PortalPorts, parts: PortalParts, closers: Closers): Promise<Portal> {
  const { invoke, signIn, state } = parts;
  const files = join(state, 'portal');
  await buildPortal(files);
  const pages = await startSignInPages(ports.signInPort);
  closers.push(() => pages.close());
  // The folder alone is no file.
  const functionPaths = /^\/(v1\/|portal\/.)/;
  const gateway = await startGateway({ port: ports.port, specs, invoke, signIn, functionPaths, site: toPortal });
  closers.push(() => gateway.close());
  pages.serve({ keys: signIn.keys, file: join(state, 'sign-in', 'sessions.json'), portalOrigin: gateway.url });
  return { url: gateway.url, signInUrl: pages.url, files };
}

/** What the distribution in front of the function does with its root. */
const toPortal = {
  get: async (path: string) =>
    ['/', '/portal', '/portal/'].includes(path)
      ? message(302, 'Found', { location: '/portal/index.html' })
      : message(404, 'Not Found'),
};

/** Of a pipeline without a portal too: its functions are loaded all the same, and lead nowhere. */
export function portalSettings(
  portal: Portal | undefined,
  rawOrigin: string,
): Pick<Settings, 'PORTAL_CONFIG' | 'PORTAL_FILES' | 'PORTAL_ORIGIN'> {
  const nowhere = 'http://127.0.0.1:9';
  const { url, signInUrl, files } = portal ?? { url: nowhere, signInUrl: nowhere, files: 'none' };
  const config = {
    issuer,
    authorization_endpoint: `${signInUrl}/auth`,
    token_endpoint: `${signInUrl}/token`,
    end_session_endpoint: `${signInUrl}/session/end`,
    revocation_endpoint: `${signInUrl}/token/revocation`,
    client_id: clientId,
    scope: `openid ${portalScope}`,
    logout: 'oidc',
    raw_origin: rawOrigin,
  };
  return { PORTAL_CONFIG: JSON.stringify(config), PORTAL_FILES: files, PORTAL_ORIGIN: url };
}
