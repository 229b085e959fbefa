import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../infra/local/listen.ts';
import { readFiles } from '../../infra/local/round/files-on-disk.ts';
import { runScript, withoutTimeouts } from '../support/commands.ts';
import { makeStateDirectory } from '../support/running-pipeline.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

beforeAll(async () => {
  state = await makeStateDirectory();
});
afterAll(() => state.remove());

const start = (port: string) =>
  runScript('infra/local/start.ts', ['--exit'], { DTI_STATE_DIR: state.path, PORT: port });

describe('npm start -- --exit', () => {
  it('says that its port is taken and ends with 1', async () => {
    const { url, close } = await listenOnLoopback(createServer());
    const { port } = new URL(url);
    const { status, stderr } = await start(port);
    await close();
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(new RegExp(`^[^\\n]*port ${port} is in use$`));
  });

  it.each(['abc', '8081x'])('refuses PORT=%s in words of its own, and starts nothing', async (port) => {
    const { status, stdout, stderr } = await start(port);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^PORT=${port}: đề nghị ghi một số đến 65533; .* / write a number up to 65533`));
  });

  it('shows the ten best of the 2024 round, and the second time the same release, byte for byte', async () => {
    const first = await start('0');
    expect([first.status, withoutTimeouts(first.stderr)]).toEqual([0, '']);
    const ranked = first.stdout.match(/^ +\d+ {2}.+ 0,\d{4}$/gm) ?? [];
    expect(ranked).toHaveLength(10);
    expect(ranked[0]).toMatch(/^ +1 {2}Hà Nội +0,8241$/);
    const released = await readFiles(join(state.path, 'releases'));
    expect([...released.keys()].every((path) => path.startsWith('dti/province34/2024/r1/'))).toBe(true);

    const second = await start('0');
    expect([second.status, withoutTimeouts(second.stderr)]).toEqual([0, '']);
    // Also release.json: who released it, and when, was said the first time.
    expect(await readFiles(join(state.path, 'releases'))).toEqual(released);
  });
});
