import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listenOnLoopback } from '../../infra/local/listen.ts';
import { runScript } from '../support/commands.ts';
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
    expect(stderr).toMatch(new RegExp(`^PORT=${port}: write a number up to 65535`));
  });
});
