import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { claimsOf, readIdentity } from '../../../../infra/local/sign-in/identity.ts';
import { audience, hasScope, issuer, openSignIn } from '../../../../infra/local/sign-in/sign-in.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const claims = { issuer, audience };

/** A token the issuer could have made but for what `changes` says, signed with `key`. */
const forge = (
  key: CryptoKey | Uint8Array,
  changes: { issuer?: string; audience?: string; expires?: string | number } = {},
) =>
  new SignJWT({ dti_role: 'publisher' })
    .setProtectedHeader({ alg: 'RS256' })
    .setSubject('x')
    .setIssuer(changes.issuer ?? claims.issuer)
    .setAudience(changes.audience ?? claims.audience)
    .setExpirationTime(changes.expires ?? '1h')
    .sign(key);

describe('openSignIn', () => {
  it('issues tokens that its published key verifies, with role, unit and twelve hours to live', async () => {
    const { issueToken, jwks } = await openSignIn(await temporaryDirectory());
    const token = await issueToken({ sub: 'an', role: 'officer', unit: 'VN-HN' });
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), claims);
    expect(payload).toMatchObject({ sub: 'an', dti_role: 'officer', dti_unit: 'VN-HN' });
    expect(payload.exp! - payload.iat!).toBe(12 * 3600);
  });

  it('gives tokens the scope that every signed-in route asks for, and knows a token without it', async () => {
    const { issueToken, verifyToken } = await openSignIn(await temporaryDirectory());
    const issued = (await verifyToken(await issueToken({ sub: 'an', role: 'publisher' })))!;
    expect(issued.scope).toBe('dti/portal');
    expect(
      [issued, { scope: 'openid dti/portal' }, { scope: 'openid' }, {}, { scope: 'dti/portals' }].map(hasScope),
    ).toEqual([true, true, false, false, false]);
  });

  it('puts into a token what it was told of owner and bodies, and no claim where it was told nothing', async () => {
    const { issueToken, verifyToken } = await openSignIn(await temporaryDirectory());
    const told = await issueToken({ sub: 'an', role: 'appraiser', owner: 'ministry', bodies: 'A;B' });
    expect(await verifyToken(told)).toMatchObject({ dti_owner: 'ministry', dti_bodies: 'A;B' });
    const silent = await verifyToken(await issueToken({ sub: 'an', role: 'operator' }));
    expect(Object.keys(silent!).filter((name) => name.startsWith('dti_'))).toEqual(['dti_role']);
  });

  it('calls a person of the sign-in page by name, and gives nothing else that this person holds', async () => {
    const { issueToken, verifyToken } = await openSignIn(await temporaryDirectory());
    const given = async (identity: Parameters<typeof issueToken>[0]) => {
      const { name, ...claims } = (await verifyToken(await issueToken(identity)))!;
      return [name, Object.entries(claims).filter(([claim]) => claim.startsWith('dti_'))];
    };
    expect(await given({ sub: 'publisher', grants: 'officer:P04-2025' })).toEqual([
      'Người công bố',
      [['dti_grants', 'officer:P04-2025']],
    ]);
    expect(await given({ sub: 'appraiser-moha', role: 'appraiser' })).toEqual([
      'Người thẩm định, Bộ Nội vụ',
      [['dti_role', 'appraiser']],
    ]);
    expect(await given({ sub: 'publisher', name: 'An', role: 'publisher' })).toEqual([
      'An',
      [['dti_role', 'publisher']],
    ]);
  });

  it('publishes no private part of its key', async () => {
    const { jwks } = await openSignIn(await temporaryDirectory());
    await expect(importJWK(jwks.keys[0]!, 'RS256')).resolves.toMatchObject({ type: 'public' });
  });

  it('accepts tokens of before a restart, because its key stays in the state directory', async () => {
    const directory = await temporaryDirectory();
    const token = await (await openSignIn(directory)).issueToken({ sub: 'an', role: 'publisher' });
    expect(await (await openSignIn(directory)).verifyToken(token)).toMatchObject({ sub: 'an' });
  });

  it('refuses a token of another key, issuer or audience, one that expired or never does, and what is no token', async () => {
    const directory = await temporaryDirectory();
    const { verifyToken } = await openSignIn(directory);
    const {
      default: { key: own },
    } = await import(`${directory}/keys.json`, { with: { type: 'json' } });
    const key = (await importJWK(own, 'RS256')) as CryptoKey;
    const stranger = (await generateKeyPair('RS256', { extractable: true })).privateKey;
    expect((await exportJWK(stranger)).d).not.toBe(own.d);
    expect(await verifyToken(await forge(key))).toMatchObject({ sub: 'x' });
    const eternal = new SignJWT({})
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(claims.issuer)
      .setAudience(claims.audience);
    const refused = [
      await forge(stranger),
      await forge(key, { issuer: 'someone' }),
      await forge(key, { audience: 'something' }),
      await forge(key, { expires: 1 }),
      await eternal.sign(key),
      'not.a.token',
    ];
    for (const token of refused) expect(await verifyToken(token)).toBeNull();
  });
});

describe('readIdentity', () => {
  const read = (query: string) => readIdentity(new URLSearchParams(query));

  it('wants a subject, a role that exists and, for an officer and a certifier, a unit', () => {
    expect(read('sub=an&role=publisher')).toEqual({ sub: 'an', role: 'publisher' });
    expect(read('sub=an&role=officer&unit=VN-HN')).toEqual({ sub: 'an', role: 'officer', unit: 'VN-HN' });
    expect(read('sub=an&role=appraiser&owner=other&bodies=A%3BB')).toEqual({
      ...{ sub: 'an', role: 'appraiser', owner: 'other', bodies: 'A;B' },
    });
    expect(read('sub=an&grants=officer%3AP04-2025+publisher')).toEqual({
      sub: 'an',
      grants: 'officer:P04-2025 publisher',
    });
    for (const query of ['', 'role=publisher', 'sub=an&role=king', 'sub=an&role=officer', 'sub=an&role=certifier'])
      expect(read(query)).toBeNull();
  });
});

describe('claimsOf', () => {
  it('names what an identity holds as our claims, its name as itself, and nothing that is left out', () => {
    expect(claimsOf({ sub: 'an', role: 'officer', unit: 'P04-2025', name: 'An' })).toEqual({
      ...{ dti_role: 'officer', dti_unit: 'P04-2025', name: 'An' },
    });
    expect(claimsOf({ sub: 'an', grants: 'publisher' })).toEqual({ dti_grants: 'publisher' });
  });
});
