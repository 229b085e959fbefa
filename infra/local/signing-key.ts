import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Remedy, StateBroken } from './state-file.ts';

const projectRoot = join(import.meta.dirname, '../..');
const keyLength = 32;

/** Where local state lies: `.local` of the checkout, or `DTI_STATE_DIR`. */
export const stateDirectory = (): string => process.env.DTI_STATE_DIR ?? join(projectRoot, '.local');

/** Key that signs the identity of forms: 32 random bytes, made on first use and shared by all commands of a checkout. */
export async function loadSigningKey(directory = stateDirectory()): Promise<Uint8Array> {
  const file = join(directory, 'signing-key');
  const key = (await readKey(file)) ?? (await createKey(directory, file));
  if (key.length !== keyLength) throw new StateBroken(file, restoreKey);
  return key;
}

const restoreKey: Remedy = {
  vi: 'đề nghị phục hồi tệp từ bản sao lưu; nếu xóa, khóa mới được tạo và các biểu mẫu đã phát hành không còn được nhận',
  en: 'restore it from a backup; deleted, a new key is made and forms already issued are no longer accepted',
};

async function readKey(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** A link either makes the name or fails because another process was first: both then read the same, whole key. */
async function createKey(directory: string, file: string): Promise<Uint8Array> {
  await mkdir(directory, { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  await writeDraft(draft);
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return new Uint8Array(await readFile(file));
}

async function writeDraft(draft: string): Promise<void> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(keyLength));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
