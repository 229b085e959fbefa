import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../infra/local/round/files-on-disk.ts';
import { runScript } from '../support/commands.ts';
import { makeStateDirectory } from '../support/running-pipeline.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

beforeAll(async () => {
  state = await makeStateDirectory();
});
afterAll(() => state.remove());

const start = () => runScript('infra/local/start.ts', ['--exit'], { DTI_STATE_DIR: state.path, PORT: '0' });

describe('npm start -- --exit', () => {
  it('shows the ten best of the 2024 round, and the second time the same release, byte for byte', async () => {
    const first = await start();
    expect([first.status, first.stderr]).toEqual([0, '']);
    const ranked = first.stdout.match(/^ +\d+ {2}.+ 0,\d{4}$/gm) ?? [];
    expect(ranked).toHaveLength(10);
    expect(ranked[0]).toMatch(/^ +1 {2}Hà Nội +0,8241$/);
    const released = await readFiles(join(state.path, 'releases'));
    expect([...released.keys()].every((path) => path.startsWith('dti/province34/2024/r1/'))).toBe(true);

    const second = await start();
    expect([second.status, second.stderr]).toEqual([0, '']);
    // Also release.json: who released it, and when, was said the first time.
    expect(await readFiles(join(state.path, 'releases'))).toEqual(released);
  });
});
