import type { Finding } from '../submission/submission.ts';
import { inflatePart } from './guard/inflate.ts';
import { findGuard, Refusal } from './guard/refusal.ts';
import { readZipDirectory, type ZipEntry } from './guard/zip-directory.ts';

/** Largest file that is taken out of an archive. */
const partBytes = 1024 * 1024;

/** What an archive holds of the files that are looked for, by name; or what is wrong with it. */
export type ReadArchive = { files: Map<string, Uint8Array> } | { findings: Finding[] };

/**
 * Takes named files out of a zip of the public, wherever in it the one folder lies that holds them. Past the same guard
 * as a workbook; nothing else in it is unpacked.
 */
export async function readArchive(bytes: Uint8Array, names: readonly string[]): Promise<ReadArchive> {
  try {
    const buffer = Buffer.from(bytes);
    const entries = await readZipDirectory(buffer);
    const wanted = entries.filter(({ name }) => names.includes(nameIn(name)));
    const big = wanted.find(({ size }) => size > partBytes);
    if (big) throw new Refusal([findGuard('ZIP_PART_TOO_BIG', { found: big.size, max: partBytes })]);
    const twice = wanted.find(
      (one, place) => wanted.findIndex(({ name }) => nameIn(name) === nameIn(one.name)) < place,
    );
    if (twice) throw new Refusal([findGuard('ZIP_DUPLICATE_NAME', { found: twice.name })]);
    return { files: new Map(wanted.map((entry) => [nameIn(entry.name), inflatePart(buffer, entry)])) };
  } catch (error) {
    if (error instanceof Refusal) return { findings: error.findings };
    throw error;
  }
}

/** Of `a/framework.json` its last part; what a Mac adds beside each file is none. */
const nameIn = (path: ZipEntry['name']): string =>
  path.startsWith('__MACOSX/') ? '' : path.slice(path.lastIndexOf('/') + 1);
