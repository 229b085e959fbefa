import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { madeOnce } from './made-once.ts';
import { type Remedy, StateBroken } from './state-file.ts';

const projectRoot = join(import.meta.dirname, '../..');
const keyLength = 32;

/** Where local state lies: `.local` of the checkout, or `DTI_STATE_DIR`. */
export const stateDirectory = (): string => process.env.DTI_STATE_DIR ?? join(projectRoot, '.local');

/** Key that signs the identity of forms: 32 random bytes, made on first use and shared by all commands of a checkout. */
export async function loadSigningKey(directory = stateDirectory()): Promise<Uint8Array> {
  const file = join(directory, 'signing-key');
  const key = new Uint8Array(await madeOnce(file, () => randomBytes(keyLength)));
  if (key.length !== keyLength) throw new StateBroken(file, restoreKey);
  return key;
}

const restoreKey: Remedy = {
  vi: 'đề nghị phục hồi tệp từ bản sao lưu; nếu xóa, khóa mới được tạo và các biểu mẫu đã phát hành không còn được nhận',
  en: 'restore it from a backup; deleted, a new key is made and forms already issued are no longer accepted',
};
