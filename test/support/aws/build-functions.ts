import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle, entryOf, projectRoot } from '../../../infra/bundling.ts';
import { functions } from '../../../infra/topology.ts';

export const bundleFile = (folder: string, name: string) => join(folder, name, 'index.mjs');

/**
 * Bundles every function into `folder` in one go, with the settings the stacks hand to esbuild's command line.
 * Resolves to the source files in each bundle, relative to the repository, by function.
 */
export async function buildFunctions(folder: string, alias = bundle.alias): Promise<Map<string, string[]>> {
  const { banner, ...settings } = { ...bundle, alias };
  const { metafile } = await build({
    ...settings,
    banner: { js: banner },
    entryPoints: Object.fromEntries(functions.map(({ name }) => [`${name}/index`, entryOf(name)])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.values(metafile.outputs);
  return new Map(
    functions.map(({ name }) => {
      const output = outputs.find(({ entryPoint }) => entryPoint === `functions/${name}/handler.ts`)!;
      return [name, Object.keys(output.inputs)];
    }),
  );
}
