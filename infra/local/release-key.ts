import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileSigner } from '../../shared/signing/file-signer.ts';
import { fingerprintOf } from '../../shared/signing/public-key.ts';
import { madeOnce } from './made-once.ts';
import { type Remedy, StateBroken } from './state-file.ts';

/** Address of the key that signs releases on this machine: a test key, made on first use. */
export async function makeReleaseKey(directory: string): Promise<string> {
  const file = join(directory, 'release-key.pem');
  await madeOnce(file, makeKey);
  const address = pathToFileURL(file);
  const key = await fileSigner(address)
    .publicKey()
    .catch(() => '');
  if (fingerprintOf(key) === null) throw new StateBroken(file, restoreKey);
  return address.href;
}

const makeKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

const restoreKey: Remedy = {
  vi: 'đề nghị phục hồi tệp từ bản sao lưu; nếu xóa, khóa thử nghiệm mới được tạo và các đợt sau ký bằng khóa đó',
  en: 'restore it from a backup; deleted, a new test key is made and later releases are signed with that',
};
