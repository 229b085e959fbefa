import { importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { claimsOf, type Identity } from './identity.ts';
import { findPerson } from './persons.ts';
import { algorithm, loadKeys, type SignInKeys } from './sign-in-keys.ts';

/**
 * One name wherever it listens: people are told apart by issuer and subject, and would become others with each free port.
 * `.localhost` resolves to this machine and nowhere else (RFC 6761).
 */
export const issuer = 'http://sign-in.dti.localhost';
export const audience = 'dti-local';
/** Of access tokens alone: the authorizer cannot tell an ID token from one otherwise. */
export const portalScope = 'dti/portal';

export interface SignIn {
  keys: SignInKeys;
  /** An access token as the provider gives one, without its pages: for commands, curl and tests. */
  issueToken(identity: Identity): Promise<string>;
  /** Claims of a token of this issuer and audience that has not expired; null for any other text. */
  verifyToken(token: string): Promise<JWTPayload | null>;
  jwks: { keys: JWK[] };
}

/** Development issuer: anyone on this machine may ask for any role. */
export async function openSignIn(directory: string): Promise<SignIn> {
  const keys = await loadKeys(directory);
  const { kty, kid, n, e } = keys.key;
  const published = { kty, kid, n, e, alg: algorithm, use: 'sig' };
  const [privateKey, publicKey] = [await importJWK(keys.key, algorithm), await importJWK(published, algorithm)];
  return {
    keys,
    jwks: { keys: [published] },
    issueToken: (identity) =>
      new SignJWT({ scope: portalScope, ...claimsOf(called(identity)) })
        .setProtectedHeader({ alg: algorithm, kid, typ: 'at+jwt' })
        .setSubject(identity.sub)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(privateKey),
    verifyToken: (token) =>
      jwtVerify(token, publicKey, { issuer, audience, algorithms: [algorithm], requiredClaims: ['exp'] }).then(
        ({ payload }) => payload,
        () => null,
      ),
  };
}

/** As the sign-in page's own person of that subject is; what else that person holds is not given with the name. */
const called = (identity: Identity): Identity => ({ name: findPerson(identity.sub)?.name, ...identity });

export const hasScope = (claims: JWTPayload): boolean =>
  String(claims.scope ?? '')
    .split(' ')
    .includes(portalScope);
