import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { type CallerRole, isCallerRole, isUnitRole } from '../../shared/identity/caller.ts';
import { writeWhole } from './whole-file.ts';

const algorithm = 'ES256';
const issuer = 'urn:dti:development-sign-in';
const audience = 'dti-local';

export interface Identity {
  sub: string;
  role: CallerRole;
  /** Unit of an officer or certifier. */
  unit?: string;
  /** Whose groups the role is held for; the ministry's when left out. */
  owner?: string;
  /** Bodies an appraiser decides for, parted by `;`; all of them when left out. */
  bodies?: string;
}

export interface SignIn {
  issueToken(identity: Identity): Promise<string>;
  /** Claims of a token of this issuer and audience that has not expired; null for any other text. */
  verifyToken(token: string): Promise<JWTPayload | null>;
  jwks: { keys: JWK[] };
}

/** Development issuer: anyone on this machine may ask for any role. Its key stays in `directory`, so tokens survive restarts. */
export async function openSignIn(directory: string): Promise<SignIn> {
  const { d, ...published } = await loadKey(join(directory, 'key.json'));
  const privateKey = await importJWK({ ...published, ...(d === undefined ? {} : { d }) }, algorithm);
  const publicKey = await importJWK(published, algorithm);
  return {
    jwks: { keys: [{ ...published, alg: algorithm, use: 'sig' }] },
    issueToken: ({ sub, ...held }) =>
      new SignJWT(claimsOf(held))
        .setProtectedHeader({ alg: algorithm, ...(published.kid ? { kid: published.kid } : {}) })
        .setSubject(sub)
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

async function loadKey(path: string): Promise<JWK> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'development' };
  await writeWhole(path, JSON.stringify(key), 0o600);
  return key;
}

/** What is left out is no claim at all, as at a sign-in that knows nothing of it. */
const claimsOf = (held: Omit<Identity, 'sub'>): JWTPayload =>
  Object.fromEntries(Object.entries(held).flatMap(([name, value]) => (value ? [[`dti_${name}`, value]] : [])));

/** Reads `?sub=&role=&unit=&owner=&bodies=`; null when they name nobody who could be. */
export function readIdentity(query: URLSearchParams): Identity | null {
  const [sub, role, unit] = [query.get('sub'), query.get('role'), query.get('unit')];
  if (!sub || !isCallerRole(role) || (isUnitRole(role) && !unit)) return null;
  const [owner, bodies] = [query.get('owner'), query.get('bodies')];
  return { sub, role, ...(unit && { unit }), ...(owner && { owner }), ...(bodies && { bodies }) };
}
