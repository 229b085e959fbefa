import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of the built page by name, read at the first request and kept. */
export type PortalFiles = () => Promise<ReadonlyMap<string, string>>;

export function openPortalFiles(folder: string): PortalFiles {
  let known: Promise<Map<string, string>> | undefined;
  return () => {
    known ??= readAll(folder);
    return known;
  };
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder);
  const read = async (name: string) => [name, await readFile(join(folder, name), 'utf8')] as const;
  return new Map(await Promise.all(names.map(read)));
}
