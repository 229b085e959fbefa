import { describe, expect, it, onTestFinished } from 'vitest';
import { systemOf, systemSecret } from '../../../../infra/local/sign-in/provider.ts';
import { hasScope, openSignIn } from '../../../../infra/local/sign-in/sign-in.ts';
import { startSignInPages } from '../../../../infra/local/sign-in/sign-in-pages.ts';
import { callerOf } from '../../../../shared/identity/caller.ts';
import { unitScope } from '../../../../shared/identity/unit-system.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const [own, other] = ['P04-2025', 'P01-2025'] as const;
async function openSystems() {
  const directory = await temporaryDirectory();
  const signIn = await openSignIn(directory);
  const pages = await startSignInPages();
  onTestFinished(() => pages.close());
  pages.serve({ keys: signIn.keys, file: `${directory}/sessions.json`, portalOrigin: 'http://127.0.0.1:1' });
  const ask = async (scope: string, secret = systemSecret, more: Record<string, string> = {}) => {
    const answer = await fetch(`${pages.url}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${systemOf(own)}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope, ...more }),
    });
    return { status: answer.status, ...((await answer.json()) as { access_token?: string; error?: string }) };
  };
  return { signIn, ask };
}

describe("a unit's own system", () => {
  it('gets a token by its secret, and with it is an officer of its unit', async () => {
    const { ask, signIn } = await openSystems();
    const { access_token } = await ask(`dti/portal ${unitScope(own)}`);
    const claims = (await signIn.verifyToken(access_token!))!;
    expect(hasScope(claims)).toBe(true);
    expect(callerOf(claims)).toMatchObject({ subject: systemOf(own), role: 'officer', unit_id: own, department: null });
    expect(claims.exp! - claims.iat!).toBe(900);
  });

  it('is nobody without the scope of a unit, and gets no other unit’s', async () => {
    const { ask, signIn } = await openSystems();
    const caller = async (scope: string) => callerOf((await signIn.verifyToken((await ask(scope)).access_token!))!);
    expect(await caller('dti/portal')).toBeNull();
    expect(await caller(`dti/portal ${unitScope(other)}`)).toBeNull();
    expect(await caller(`dti/portal ${unitScope(own)} ${unitScope(other)}`)).toMatchObject({ unit_id: own });
  });

  it('is refused with another secret, and as a person', async () => {
    const { ask } = await openSystems();
    expect(await ask('dti/portal', 'another')).toMatchObject({ status: 401, error: 'invalid_client' });
    const asPerson = await ask('dti/portal', systemSecret, { grant_type: 'authorization_code', code: 'x' });
    expect([asPerson.status, asPerson.access_token]).toEqual([400, undefined]);
  });
});
