import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { functions } from '../../infra/topology.ts';
import { buildFunctions, bundleFile } from '../support/aws/build-functions.ts';
import { importBundles } from '../support/aws/import-bundles.ts';

/** One JSON line per function: size of its bundle, and the fastest of five cold imports, as a busy machine only adds. `tsx test/bench/bundle.bench.ts` */
const folder = await mkdtemp(join(tmpdir(), 'bundle-bench-'));
try {
  await buildFunctions(folder);
  for (const spec of functions) {
    const file = bundleFile(folder, spec.name);
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const { [spec.name]: imported } = await importBundles([{ spec, file }]);
      if (imported?.outcome !== 'function') throw new Error(`${spec.name}: ${imported?.outcome}`);
      times.push(imported.milliseconds);
    }
    const coldImportMs = Math.round(Math.min(...times));
    console.log(JSON.stringify({ function: spec.name, bytes: (await stat(file)).size, cold_import_ms: coldImportMs }));
  }
} finally {
  await rm(folder, { recursive: true });
}
