import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PipelineFunction } from '../../infra/constructs/pipeline-function.ts';
import { ScoreTable } from '../../infra/constructs/score-table.ts';
import { functions } from '../../infra/topology.ts';
import { buildFunctions, bundleFile } from '../support/aws/build-functions.ts';
import { type Imported, importBundles } from '../support/aws/import-bundles.ts';
import { createApp } from '../support/aws/synthesise.ts';

let folder: string;
let inputs: Map<string, string[]>;
let imported: Record<string, Imported>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  inputs = await buildFunctions(folder);
  imported = await importBundles(functions.map((spec) => ({ spec, file: bundleFile(folder, spec.name) })));
});
afterAll(() => rm(folder, { recursive: true }));

const megabyte = 1024 ** 2;

describe('bundles', () => {
  it.each(functions)('$name holds nothing of the local runtime, of the tests or of another function', ({ name }) => {
    const foreign =
      /^(infra\/(?!exceljs-stub)|test\/|sample-data\/)|node_modules\/(dynalite|@duckdb|aws-local-stepfunctions|aws-cdk-lib)\//;
    expect(inputs.get(name)!.filter((path) => foreign.test(path))).toEqual([]);
    const own = inputs.get(name)!.filter((path) => path.startsWith('functions/'));
    expect(own.filter((path) => !path.startsWith(`functions/${name}/`))).toEqual([]);
  });

  it.each(functions)('$name leaves out the parts of exceljs that nobody calls', ({ name }) => {
    const stubbed = /node_modules\/(archiver|unzipper|fast-csv|tmp)\//;
    expect(inputs.get(name)!.filter((path) => stubbed.test(path))).toEqual([]);
  });

  it.each(functions)('$name starts from its one file, as it will where there is no node_modules', async ({ name }) => {
    expect(imported[name]?.outcome).toBe('function');
    expect((await stat(bundleFile(folder, name))).size).toBeLessThan(3 * megabyte);
  });
});

describe('PipelineFunction', () => {
  it('deploys the bytes that are tested here', async () => {
    const outdir = join(folder, 'cdk.out');
    const app = createApp(['**'], { outdir });
    const stack = new Stack(app, 'Stack');
    const props = { resources: { SCORE_TABLE: new ScoreTable(stack, 'Scores') }, codeVersion: 'test' };
    new PipelineFunction(stack, 'manage-people', props);
    app.synth();
    const asset = (await readdir(outdir)).find((entry) => entry.startsWith('asset.'))!;
    expect(await readFile(join(outdir, asset, 'index.mjs'), 'utf8')).toBe(
      await readFile(bundleFile(folder, 'manage-people'), 'utf8'),
    );
  });
});
