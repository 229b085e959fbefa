import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  openRenderer,
  type RendererFiles,
  rendererFolder,
  rendererNames,
  type ToPng,
} from '../../shared/site/pictures/open-renderer.ts';
import { assetsFolder, type SiteAssets } from '../../shared/site/site-assets.ts';
import type { DrawnAsset } from '../../shared/site/site-pack.ts';

/** What all pages share, as it was built beside this function. */
export interface BuiltAssets {
  addresses: SiteAssets;
  files: DrawnAsset[];
  toPng: ToPng;
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
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() && entry.name !== list ? [entry.name] : []));
  const read = async (name: string): Promise<DrawnAsset> => ({
    key: `${assetsFolder}${name}`,
    base64: await readFile(join(folder, name), 'base64'),
  });
  return {
    addresses: JSON.parse(await readFile(join(folder, list), 'utf8')) as SiteAssets,
    files: await Promise.all(names.map(read)),
    toPng: await openRenderer(await readRenderer(join(folder, rendererFolder))),
  };
}

async function readRenderer(folder: string): Promise<RendererFiles> {
  const read = (name: string) => readFile(join(folder, name));
  return { wasm: await read(rendererNames.wasm), fonts: await Promise.all(rendererNames.fonts.map(read)) };
}
