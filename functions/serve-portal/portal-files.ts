import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the built page; `brotli` is the same once more, compressed when it was built. */
export interface PortalFile {
  text: string;
  brotli: Buffer | null;
}

/** Files of the built page by name, read at the first request and kept. */
export type PortalFiles = () => Promise<ReadonlyMap<string, PortalFile>>;

/** What the compressed copy of a file is named. */
export const compressedName = (name: string): string => `${name}.br`;

export function openPortalFiles(folder: string): PortalFiles {
  let known: Promise<Map<string, PortalFile>> | undefined;
  return () => {
    known ??= readAll(folder);
    return known;
  };
}

async function readAll(folder: string): Promise<Map<string, PortalFile>> {
  const names = new Set(await readdir(folder));
  const read = async (name: string) => {
    const copy = compressedName(name);
    const [text, brotli] = await Promise.all([
      readFile(join(folder, name), 'utf8'),
      names.has(copy) ? readFile(join(folder, copy)) : null,
    ]);
    return [name, { text, brotli }] as const;
  };
  return new Map(await Promise.all([...names].filter((name) => !name.endsWith('.br')).map(read)));
}
