import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { compressedName } from '../../functions/serve-portal/portal-files.ts';
import { configMark, signInMark } from '../../functions/serve-portal/serve-portal.ts';
import { projectRoot } from '../bundling.ts';
import { loadBeside } from './load-beside.ts';

const client = `${projectRoot}functions/serve-portal/client`;

/**
 * Builds the portal's page into a folder: every file but the page itself is named by its content, so that it may be kept
 * for ever, and lies there compressed too. Screens are files of their own, loaded when somebody goes there. Answers what
 * esbuild says of its outputs.
 */
export async function buildPortal(folder: string): Promise<Metafile> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(client, 'main.tsx'), join(client, 'portal.css')],
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    // Data, fetched by the one screen that shows it.
    loader: { '.shapes': 'file' },
    bundle: true,
    // What most screens share stands in the first file: a dozen files of 300 bytes are a dozen requests.
    inject: [join(client, 'shared-parts.ts')],
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // Vietnamese as it is written: as escapes, words would be twice as long.
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: projectRoot,
  });
  const built = Object.entries(metafile.outputs);
  const outputOf = (entry: string) =>
    built.find(([, { entryPoint }]) => entryPoint === `functions/serve-portal/client/${entry}`)!;
  const [[main, { imports }], [style]] = [outputOf('main.tsx'), outputOf('portal.css')];
  const script = await loadBeside(folder, main, metafile);
  // Fetched beside the script that imports them, not after it: a round trip less on a slow network.
  const beside = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path));
  const files = (await readdir(folder)).map((name) => compressFile(folder, name));
  await Promise.all([...files, writeFile(join(folder, 'index.html'), page(script, basename(style), beside))]);
  return metafile;
}

const brotli = promisify(brotliCompress);

async function compressFile(folder: string, name: string): Promise<void> {
  const text = await readFile(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(join(folder, compressedName(name)), await brotli(text, { params }));
}

const page = (script: string, style: string, beside: string[]): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Cổng báo cáo DTI</title>
<meta name="portal-config" content="${configMark}">
<link rel="icon" href="data:,">
<link rel="preconnect" href="${signInMark}" crossorigin>
<link rel="stylesheet" href="${style}">
${beside.map((name) => `<link rel="modulepreload" href="${name}">\n`).join('')}<script type="module" src="${script}"></script>
<body>
<div id="app"><p>Đang tải… / Loading…</p></div>
<noscript><p>Cổng báo cáo cần JavaScript. Biểu mẫu Excel vẫn nhận được qua cơ quan chủ trì.</p></noscript>
</body>
</html>
`;
