import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEnvironment } from '../../../infra/local/environment.ts';
import { type Handler, handlersFrom, startFunctions } from '../../../infra/local/functions.ts';
import { type FunctionSpec, functions } from '../../../infra/topology.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const spec = (name: string, changes: Partial<FunctionSpec> = {}): FunctionSpec => ({
  name,
  memoryMb: 256,
  timeoutSeconds: 5,
  trigger: { kind: 'queue', queue: 'any' },
  uses: {},
  ...changes,
});
const start = (handler: Handler, changes: Partial<FunctionSpec> = {}) =>
  startFunctions([spec('work', changes)], async () => handler);

class RetryableFault extends Error {
  override readonly name = 'RetryableFault';
}

describe('startFunctions', () => {
  it('shows each function the resources its entry lists and no other, as on AWS', async () => {
    const seen: Record<string, unknown> = {};
    process.env.RAW_BUCKET = 'of the developer';
    const specs = [spec('a', { uses: { LAKE_BUCKET: { read: ['*'] } } }), spec('b', { uses: { SCORE_TABLE: {} } })];
    await startFunctions(specs, async (name) => {
      const { RAW_BUCKET, LAKE_BUCKET, SCORE_TABLE, AWS_LAMBDA_FUNCTION_NAME } = process.env;
      seen[name] = { RAW_BUCKET, LAKE_BUCKET, SCORE_TABLE, AWS_LAMBDA_FUNCTION_NAME };
      return () => null;
    });
    expect(seen).toEqual({
      a: { LAKE_BUCKET: 'lake', AWS_LAMBDA_FUNCTION_NAME: 'a' },
      b: { SCORE_TABLE: 'score-store', AWS_LAMBDA_FUNCTION_NAME: 'b' },
    });
    expect(process.env.RAW_BUCKET).toBe('of the developer');
    delete process.env.RAW_BUCKET;
  });

  it('passes events and answers as JSON, because a Date or an undefined would not cross to a Lambda', async () => {
    const { invoke } = await start((event) => ({ got: event, nothing: undefined }));
    expect(await invoke('work', { at: new Date(0) })).toEqual({ got: { at: '1970-01-01T00:00:00.000Z' } });
  });

  it('keeps the name of a thrown error, because the workflow retries by it', async () => {
    const { invoke } = await start(() => {
      throw new RetryableFault('Athena throttles');
    });
    const error = (await invoke('work', {}).catch((thrown: Error) => thrown)) as Error;
    expect(error.name).toBe('RetryableFault');
    expect(JSON.parse(error.message)).toMatchObject({ errorType: 'RetryableFault', errorMessage: 'Athena throttles' });
  });

  it('gives up when the time of the entry is over, though the handler goes on', async () => {
    let finished = false;
    const functions = await start(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        finished = true;
      },
      { timeoutSeconds: 0.02 },
    );
    await expect(functions.invoke('work', {})).rejects.toMatchObject({ name: 'Sandbox.Timedout' });
    await functions.idle();
    expect(finished).toBe(true);
  });

  it('refuses more than 6 MB either way, as Lambda does', async () => {
    const large = 'x'.repeat(6 * 1024 * 1024);
    const { invoke } = await start((event) => (event === 'ask' ? large : 'ok'));
    await expect(invoke('work', 'ask')).rejects.toMatchObject({ name: 'Function.ResponseSizeTooLarge' });
    await expect(invoke('work', large)).rejects.toMatchObject({ name: 'RequestTooLargeException' });
    // With its quotation marks just as much as there may be.
    expect(await invoke('work', large.slice(2))).toBe('ok');
  });
});

describe('handlersFrom', () => {
  it('loads every function of the topology with the keys its entry gives, because a missing one stops a cold start', async () => {
    const root = join(import.meta.dirname, '../../..');
    const restore = applyEnvironment({ AWS_REGION: 'ap-southeast-1', CODE_VERSION: '0' });
    const nowhere = 'http://127.0.0.1:9';
    const portal = { PORTAL_CONFIG: '{}', PORTAL_FILES: 'none', PORTAL_ORIGIN: nowhere };
    const settings = { ...portal, SITE_FILES: 'none', SITE_EXTENT: 'all', PUBLIC_ORIGIN: nowhere };
    await startFunctions(functions, handlersFrom(root), settings).finally(restore);
  });

  it('imports a handler anew for each boot, because its clients keep the address of the engines of their first call', async () => {
    const root = await temporaryDirectory();
    await mkdir(join(root, 'functions/work'), { recursive: true });
    const source = `const bucket = process.env.LAKE_BUCKET_OF_BOOT; export const handler = () => bucket;`;
    await writeFile(join(root, 'functions/work/handler.ts'), source);
    const answers: unknown[] = [];
    for (const boot of ['first', 'second']) {
      process.env.LAKE_BUCKET_OF_BOOT = boot;
      answers.push(await (await startFunctions([spec('work')], handlersFrom(root))).invoke('work', {}));
    }
    expect(answers).toEqual(['first', 'second']);
  });

  it('names a function whose file exports no handler', async () => {
    const root = await temporaryDirectory();
    await mkdir(join(root, 'functions/work'), { recursive: true });
    await writeFile(join(root, 'functions/work/handler.ts'), 'export const other = 1;');
    await expect(handlersFrom(root)('work')).rejects.toThrow('functions/work/handler.ts');
  });
});
