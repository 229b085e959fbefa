import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { assetList, buildSite } from '../../../infra/site/build-site.ts';
import { bundleVerifyScript, type VerifyScript } from '../../../infra/site/build-verify-script.ts';
import type { SiteAssets } from '../../../shared/site/site-assets.ts';
import { temporaryDirectory } from '../local/temporary-directory.ts';

let script: VerifyScript;
beforeAll(async () => {
  script = await bundleVerifyScript();
});

describe('the script that verifies in a browser', () => {
  it('is light enough for a weak network', () => {
    expect(brotliCompressSync(script.bytes).length).toBeLessThanOrEqual(25 * 1024);
  });

  it('holds the scorer that every run is compared with, and of the libraries the reader of Parquet alone', () => {
    const paths = Object.keys(script.inputs);
    expect(paths).toContain('shared/scoring/reference/score-reference.ts');
    const packages = paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    expect([...new Set(packages)]).toEqual(['hyparquet']);
    expect(paths.filter((path) => /^(functions|test|sample-data)\//.test(path))).toEqual([]);
  });

  it('is named by its content, the same at each build', async () => {
    const again = await bundleVerifyScript();
    expect([again.name, Buffer.from(again.bytes).equals(script.bytes)]).toEqual([script.name, true]);
    expect(script.name).toBe(`verify-${script.sha256.slice(0, 16)}.js`);
  });

  it('is among what the site is built to, at the address that its list names', async () => {
    const folder = await temporaryDirectory();
    await buildSite(folder);
    const { verify } = JSON.parse(await readFile(join(folder, assetList), 'utf8')) as SiteAssets;
    expect(verify).toEqual({ script: `/assets/${script.name}`, sha256: script.sha256 });
    expect((await readFile(join(folder, script.name))).equals(script.bytes)).toBe(true);
  });

  it('would not be built with a Node module in it', async () => {
    const contents = "export { inputsDigest } from './shared/release/frozen-inputs.ts';";
    const built = build({
      ...{ stdin: { contents, resolveDir: projectRoot }, bundle: true, write: false },
      ...{ platform: 'browser', format: 'esm', logLevel: 'silent' },
    });
    await expect(built).rejects.toThrow('Could not resolve "node:crypto"');
  });
});
