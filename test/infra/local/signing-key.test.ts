import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSigningKey } from '../../../infra/local/signing-key.ts';

let directory: string;
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'dti-key-')), 'state');
});
afterEach(() => rm(join(directory, '..'), { recursive: true, force: true }));

describe('loadSigningKey', () => {
  it('makes a key once and finds it again, or every form already issued would be a forgery', async () => {
    const first = await loadSigningKey(directory);
    expect(first).toHaveLength(32);
    expect(await loadSigningKey(directory)).toEqual(first);
  });

  it('gives all callers the same key when they race for it, and leaves no drafts', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadSigningKey(directory)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(await readdir(directory)).toEqual(['signing-key']);
  });

  it('gives processes that race for it the same key, also by the environment variable', async () => {
    const script = `import { loadSigningKey } from './infra/local/signing-key.ts';
      process.stdout.write(Buffer.from(await loadSigningKey()).toString('hex'));`;
    const run = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, DTI_STATE_DIR: directory },
      });
    const [one, two] = await Promise.all([run(), run()]);
    expect(one.stdout).toMatch(/^[0-9a-f]{64}$/);
    expect(two.stdout).toBe(one.stdout);
  });

  it('is readable by its owner only', async () => {
    await loadSigningKey(directory);
    expect((await stat(join(directory, 'signing-key'))).mode & 0o077).toBe(0);
  });

  it('refuses a key that was cut short, rather than sign with it', async () => {
    await loadSigningKey(directory);
    await writeFile(join(directory, 'signing-key'), 'short');
    await expect(loadSigningKey(directory)).rejects.toThrow(join(directory, 'signing-key'));
  });
});
