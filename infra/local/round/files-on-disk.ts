import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath, promisedPaths } from '../../../shared/release/manifest.ts';
import { signingPaths } from '../../../shared/release/signed-paths.ts';
import type { WorkbookFile } from './upload-workbook.ts';

/** Every workbook of a folder in bytewise order of names; Excel's own lock files are nobody's submission. */
export async function readWorkbooks(directory: string): Promise<WorkbookFile[]> {
  const entries = (await readdir(directory, { withFileTypes: true })).filter((entry) => !entry.isDirectory());
  const names = entries
    .map(({ name }) => name)
    .filter((name) => /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(name) && !name.startsWith('~$'));
  const ordered = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return Promise.all(ordered.map(async (name) => ({ name, bytes: await readFile(join(directory, name)) })));
}

export async function writeFiles(directory: string, files: Files): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), bytes);
  }
}

/** Takes away a release that an earlier run left in a folder: its files would read as the new one's. Nothing else goes. */
export async function removeRelease(directory: string): Promise<void> {
  const promised = await readPromisedPaths(join(directory, manifestPath)).catch(() => null);
  if (promised === null) return;
  const own = promised.filter((path) => !path.split('/').includes('..'));
  for (const path of [...own, ...signingPaths, 'release.json', 'provenance.json'])
    await rm(join(directory, path), { force: true });
}

/** Throws when there is no manifest, or one of something else. */
const readPromisedPaths = async (path: string): Promise<string[]> =>
  promisedPaths(JSON.parse(await readFile(path, 'utf8')) as Manifest);

/**
 * All files below a folder, by path with forward slashes. What is neither file nor folder, a link say, is there without bytes:
 * nothing outside the folder is read, and whoever judges the files meets it.
 */
export async function readFiles(directory: string): Promise<Files> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files: Files = new Map();
  for (const entry of entries.filter((candidate) => !candidate.isDirectory())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? await readFile(path) : new Uint8Array();
    files.set(path.slice(join(directory, '/').length).replaceAll('\\', '/'), bytes);
  }
  return files;
}
