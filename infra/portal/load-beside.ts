import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { sha256Of } from '../../shared/digest/canonical-json.ts';

/**
 * Lets the first file, which alone fetches screens, fetch with a screen what that imports: by itself a browser learns of
 * it only from the screen's own code, a round trip later. Its name is another then, here and in what esbuild told.
 */
export async function loadBeside(folder: string, path: string, { outputs }: Metafile): Promise<string> {
  const main = basename(path);
  const named = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  /** What a file needs before it runs: what it imports, and what that does. */
  const needsOf = (name: string, found = new Set<string>()): Set<string> => {
    const imports = named.get(name)!.imports.filter(({ kind }) => kind === 'import-statement');
    for (const needed of imports.map(({ path }) => basename(path)).filter((needed) => !found.has(needed)))
      needsOf(needed, found.add(needed));
    return found;
  };
  const here = needsOf(main);
  const code = await readFile(join(folder, main), 'utf8');
  const beside = code.replace(/import\("\.\/([^"]+)"\)/g, (whole, screen: string) => {
    const others = [...needsOf(screen)].filter((name) => !here.has(name));
    return others.length === 0 ? whole : `$beside(${[screen, ...others].map((name) => `"./${name}"`)})`;
  });
  const renamed = `main-${sha256Of(helper + beside)
    .slice(0, 8)
    .toUpperCase()}.js`;
  await writeFile(join(folder, renamed), helper + beside);
  await rm(join(folder, main));
  outputs[path.replace(main, renamed)] = outputs[path]!;
  delete outputs[path];
  return renamed;
}

/** A neighbour that does not come is missed by the screen itself, which says so. */
const helper = 'const $beside=(s,...o)=>(o.forEach(n=>import(n).catch(()=>{})),import(s));';
