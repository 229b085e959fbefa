import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FunctionSpec } from '../../../infra/topology.ts';

const run = promisify(execFile);

export interface BuiltFunction {
  spec: FunctionSpec;
  file: string;
}

const script = `const [, ...built] = process.argv;
const results = {};
for (const { name, url, env } of built.map((one) => JSON.parse(one))) {
  for (const key of Object.keys(process.env)) delete process.env[key];
  Object.assign(process.env, env);
  const started = performance.now();
  const outcome = await import(url).then(({ handler }) => typeof handler, (error) => String(error));
  results[name] = { outcome, milliseconds: performance.now() - started };
}
console.log(JSON.stringify(results));`;

/** What an import came to: `outcome` is the type of `handler`, or the error. */
export interface Imported {
  outcome: string;
  milliseconds: number;
}

/**
 * Imports built bundles one after the other, each with its own environment and no other variable, in one new process
 * that has no loader of ours. A single bundle is thereby imported as a cold start does. Answers by function name.
 */
export async function importBundles(built: BuiltFunction[]): Promise<Record<string, Imported>> {
  const jobs = built.map(({ spec, file }) => {
    const named = Object.fromEntries([...Object.keys(spec.uses), 'CODE_VERSION'].map((key) => [key, `arn:${key}`]));
    const told = Object.fromEntries((spec.settings ?? []).map((key) => [key, '{}']));
    const env = { ...named, ...told, AWS_REGION: 'ap-southeast-1', POWERTOOLS_SERVICE_NAME: spec.name };
    return JSON.stringify({ name: spec.name, url: pathToFileURL(file).href, env });
  });
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, ...jobs], { env: {} });
  return JSON.parse(stdout) as Record<string, Imported>;
}
