import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assetsFolder, type SiteAssets } from '../../shared/site/site-assets.ts';
import type { DrawnAsset } from '../../shared/site/site-pack.ts';

/** What all pages share, as it was built beside this function. */
export interface BuiltAssets {
  addresses: SiteAssets;
  files: DrawnAsset[];
}

/** Read at the first call and kept. */
export function openAssets(folder: string): () => Promise<BuiltAssets> {
  let known: Promise<BuiltAssets> | undefined;
  return () => {
    known ??= readAll(folder);
    return known;
  };
}

/** The list that the build leaves beside the files it names. */
const list = 'assets.json';

async function readAll(folder: string): Promise<BuiltAssets> {
  const names = (await readdir(folder)).filter((name) => name !== list);
  const read = async (name: string): Promise<DrawnAsset> => ({
    key: `${assetsFolder}${name}`,
    base64: await readFile(join(folder, name), 'base64'),
  });
  return {
    addresses: JSON.parse(await readFile(join(folder, list), 'utf8')) as SiteAssets,
    files: await Promise.all(names.map(read)),
  };
}
