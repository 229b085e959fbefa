import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { type CallerRole, isCallerRole, isUnitRole } from '../../shared/identity/caller.ts';
import { parseState, type Remedy, StateBroken } from './state-file.ts';
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
  /** Ids of the bodies an appraiser decides for, parted by spaces or `;`; all of them when left out. */
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
  const path = join(directory, 'key.json');
  const { d, ...published } = await loadKey(path);
  const importKey = (key: JWK) =>
    importJWK(key, algorithm).catch(() => {
      throw new StateBroken(path, deleteKey);
    });
  const [privateKey, publicKey] = [await importKey({ ...published, d }), await importKey(published)];
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

const text = z.string();
const storedKey = z.object({ kty: text, crv: text, x: text, y: text, d: text, kid: text.exactOptional() });

const deleteKey: Remedy = {
  vi: 'đề nghị xóa tệp này: khóa mới được tạo khi khởi động, các mã đăng nhập đã cấp hết hiệu lực',
  en: 'delete it: the next start makes a new key, and tokens issued before are void',
};

async function loadKey(path: string): Promise<z.infer<typeof storedKey>> {
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found !== null) return parseState(path, found, storedKey, deleteKey);
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = storedKey.parse({ ...(await exportJWK(privateKey)), kid: 'development' });
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
