import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Runs every measurement in a process of its own, so that one does not warm another; `-- NAME` runs those so named. */
const wanted = process.argv.slice(2);
const scripts = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

if (scripts.length === 0) {
  console.error(`Không có phép đo nào tên như vậy / no such measurement: ${wanted.join(', ')}`);
  process.exit(2);
}
const failed = scripts.filter((script, n) => {
  console.error(`# ${script} (${n + 1}/${scripts.length})`);
  return spawnSync('tsx', [join(import.meta.dirname, script)], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
