import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const folder = join(import.meta.dirname, '../golden');

/** The bytes kept under `test/golden`; with `UPDATE_GOLDEN=1` the found ones are written there first. */
export async function golden(path: string, found: Uint8Array | string): Promise<Buffer> {
  const file = join(folder, path);
  if (process.env.UPDATE_GOLDEN) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, found);
  }
  return readFile(file);
}
