import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FunctionSpec, functions } from '../../infra/topology.ts';
import { buildFunctions, bundleFile } from '../support/aws/build-functions.ts';
import { importBundles } from '../support/aws/import-bundles.ts';

/** One JSON line per function: size of its bundle, and the fastest of five cold imports, as a busy machine only adds. `tsx test/bench/bundle.bench.ts` */
const folder = await mkdtemp(join(tmpdir(), 'bundle-bench-'));
try {
  await buildFunctions(folder);
  for (const spec of functions) await measure(spec, 'stubbed');
  // What the parts of exceljs that nobody calls would cost the function that reads every form.
  await buildFunctions(folder, {});
  await measure(functions.find(({ name }) => name === 'ingest-submission')!, 'whole');
} finally {
  await rm(folder, { recursive: true });
}

async function measure(spec: FunctionSpec, exceljs: 'stubbed' | 'whole'): Promise<void> {
  const file = bundleFile(folder, spec.name);
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const { [spec.name]: imported } = await importBundles([{ spec, file }]);
    if (imported?.outcome !== 'function') throw new Error(`${spec.name}: ${imported?.outcome}`);
    times.push(imported.milliseconds);
  }
  const coldImportMs = Math.round(Math.min(...times));
  const { size: bytes } = await stat(file);
  console.log(JSON.stringify({ function: spec.name, exceljs, bytes, cold_import_ms: coldImportMs }));
}
