import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod';
import { parseState, type Remedy, StateBroken } from '../state-file.ts';
import { writeWhole } from '../whole-file.ts';

/** API Gateway takes RSA only. */
export const algorithm = 'RS256';

const text = z.string();
const rsaKey = z.object({
  ...{ kty: z.literal('RSA'), kid: text, n: text, e: text },
  ...{ d: text, p: text, q: text, dp: text, dq: text, qi: text },
});
const storedKeys = z.object({ key: rsaKey, cookie: text });

/** Private signing key, and the key of the sign-in page's cookies. */
export type SignInKeys = z.infer<typeof storedKeys>;

const deleteKeys: Remedy = {
  vi: 'đề nghị xóa tệp này: khóa mới được tạo khi khởi động, các mã đăng nhập đã cấp hết hiệu lực',
  en: 'delete it: the next start makes a new key, and tokens issued before are void',
};

/** Kept in `directory`, so that tokens and sessions survive a restart. */
export async function loadKeys(directory: string): Promise<SignInKeys> {
  const path = join(directory, 'keys.json');
  const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === null) return makeKeys(path);
  const keys = parseState(path, found, storedKeys, deleteKeys);
  await importJWK(keys.key, algorithm).catch(() => {
    throw new StateBroken(path, deleteKeys);
  });
  return keys;
}

async function makeKeys(path: string): Promise<SignInKeys> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = rsaKey.parse({ ...(await exportJWK(privateKey)), kid: 'development' });
  const keys: SignInKeys = { key, cookie: randomBytes(32).toString('base64url') };
  await writeWhole(path, JSON.stringify(keys), 0o600);
  return keys;
}
