import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FunctionSpec } from '../../../infra/topology.ts';

const run = promisify(execFile);

/** Imports a built bundle in a process of its own, as a cold start does; resolves to its milliseconds. Rejects when there is no handler. */
export async function importBundle(spec: FunctionSpec, file: string): Promise<number> {
  const script = `const started = performance.now();
const { handler } = await import(${JSON.stringify(pathToFileURL(file).href)});
if (typeof handler !== 'function') throw new Error('no handler');
console.log(performance.now() - started);`;
  const named = Object.fromEntries([...Object.keys(spec.uses), 'CODE_VERSION'].map((key) => [key, `arn:${key}`]));
  const env = { ...named, AWS_REGION: 'ap-southeast-1', POWERTOOLS_SERVICE_NAME: spec.name };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { env });
  return Number(stdout);
}
