import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { provenanceStyle } from '../../shared/site/pages/provenance/provenance-style.ts';
import { rendererFolder, rendererNames } from '../../shared/site/pictures/open-renderer.ts';
import { assetsFolder, type SiteAssets } from '../../shared/site/site-assets.ts';
import { siteStyle } from '../../shared/site/site-style.ts';
import { verifyStyle } from '../../shared/site/verify-style.ts';
import { whatIfStyle } from '../../shared/site/what-if-style.ts';
import { projectRoot } from '../bundling.ts';
import { buildVerifyScript } from './build-verify-script.ts';

/** Name of the list that says which file is what. */
export const assetList = 'assets.json';

const fontFiles = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'];

/**
 * Builds what all pages share into a folder: style sheet, script and fonts, each named by its content so that it may be
 * kept for ever, and the list of them.
 */
export async function buildSite(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const fonts = Object.fromEntries(
    await Promise.all(fontFiles.map(async (name) => [name, await keep(folder, `${name}.woff2`, await readFont(name))])),
  );
  const verify = await buildVerifyScript(folder);
  const assets: SiteAssets = {
    style: await keep(folder, 'site.css', Buffer.from(minified(siteStyle(fonts)))),
    script: await keep(folder, 'site.js', await bundlePageScript()),
    verify: { script: `/${assetsFolder}${verify.name}`, sha256: verify.sha256 },
    fonts: Object.values(fonts),
    provenanceStyle: await keep(folder, 'provenance.css', Buffer.from(minified(provenanceStyle))),
    verifyStyle: await keep(folder, 'verify.css', Buffer.from(minified(verifyStyle + whatIfStyle))),
  };
  await writeFile(join(folder, assetList), JSON.stringify(assets));
  await copyRenderer(join(folder, rendererFolder));
}

/** For the function that draws pictures; nobody fetches it. */
async function copyRenderer(folder: string): Promise<void> {
  const from: Record<string, string> = {
    [rendererNames.wasm]: '@resvg/resvg-wasm/index_bg.wasm',
    [rendererNames.fonts[0]]: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    [rendererNames.fonts[1]]: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  };
  await mkdir(folder);
  for (const [name, source] of Object.entries(from))
    await copyFile(fileURLToPath(import.meta.resolve(source)), join(folder, name));
}

/** Answers the address that the file will have. */
async function keep(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const file = name.replace('.', `-${hash}.`);
  await writeFile(join(folder, file), bytes);
  return `/${assetsFolder}${basename(file)}`;
}

function readFont(name: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(`@fontsource/noto-sans/files/noto-sans-${name}-normal.woff2`)));
}

/** As it is served. */
export const minified = (style: string): string => style.replace(/\n/g, '').replaceAll('@media (', '@media(');

/** What every page loads: it must stay light. */
export async function bundlePageScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: ['shared/site/client/page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    logLevel: 'warning',
    absWorkingDir: projectRoot,
  });
  return outputFiles[0]!.contents;
}
