import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { projectRoot } from '../bundling.ts';

export interface VerifyScript {
  /** `verify-3f2a….js`: named by its content, so that it may be kept for ever. */
  name: string;
  /** Lower-case hex; printed on the pages that load it. */
  sha256: string;
  bytes: Uint8Array;
  /** What it was bundled from. */
  inputs: Metafile['inputs'];
}

const entry = 'shared/site/client/verify.ts';

/** 20 KB of the library, for readers on a weak network: with them the script is above its limit. */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(wkb|variant|bloom)\.js$/ }, ({ importer }) =>
      importer.includes('/hyparquet/') ? { path: `${projectRoot}infra/site/unused-parquet.ts` } : undefined,
    );
  },
};

/**
 * Bundles what verifies a release, and ranks it by other weights, in a browser. `platform: 'browser'` on purpose: a Node
 * module that comes near the scorer stops the build here, instead of the page there.
 */
export async function bundleVerifyScript(): Promise<VerifyScript> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outfile: 'verify.js',
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    plugins: [leaveOutUnused],
    metafile: true,
    logLevel: 'warning',
    absWorkingDir: projectRoot,
  });
  const bytes = outputFiles[0]!.contents;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `verify-${sha256.slice(0, 16)}.js`, sha256, bytes, inputs: metafile.inputs };
}

/** Writes it into a folder, which is made where it is not there. */
export async function buildVerifyScript(folder: string): Promise<VerifyScript> {
  const script = await bundleVerifyScript();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, script.name), script.bytes);
  return script;
}
