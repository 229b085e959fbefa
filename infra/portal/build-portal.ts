import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { projectRoot } from '../bundling.ts';

const client = `${projectRoot}functions/serve-portal/client`;

/**
 * Builds the portal's page into a folder: every file but the page itself is named by its content, so that it may be kept
 * for ever. Screens are files of their own, loaded when somebody goes there. Answers what esbuild says of its outputs.
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
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: projectRoot,
  });
  const built = Object.entries(metafile.outputs);
  const outputOf = (entry: string) =>
    built.find(([, { entryPoint }]) => entryPoint === `functions/serve-portal/client/${entry}`)!;
  const [[script, { imports }], [style]] = [outputOf('main.tsx'), outputOf('portal.css')];
  // Fetched beside the script that imports them, not after it: a round trip less on a slow network.
  const beside = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path));
  await writeFile(join(folder, 'index.html'), page(basename(script), basename(style), beside));
  return metafile;
}

const page = (script: string, style: string, beside: string[]): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Cổng báo cáo DTI</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
${beside.map((name) => `<link rel="modulepreload" href="${name}">\n`).join('')}<script type="module" src="${script}"></script>
<body>
<div id="app"><p>Đang tải… / Loading…</p></div>
<noscript><p>Cổng báo cáo cần JavaScript. Biểu mẫu Excel vẫn nhận được qua cơ quan chủ trì.</p></noscript>
</body>
</html>
`;
