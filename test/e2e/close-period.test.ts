import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCloseCommand } from '../support/close-command.ts';

let command: Awaited<ReturnType<typeof openCloseCommand>>;

beforeAll(async () => {
  command = await openCloseCommand();
});
afterAll(() => command.remove());

// A whole round closed by the command is in the long tests.
describe('the status of close-period', () => {
  it('is 4 when nothing was accepted; the findings are written, and no release', async () => {
    const closed = await command.close('nothing', new Map([['a.xlsx', new Uint8Array(100).fill(7)]]));
    expect([closed.status, closed.stderr]).toEqual([4, '']);
    expect(await readdir(closed.out)).toEqual(['findings.json']);
    expect(closed.findings.missing).toHaveLength(34);
  });

  it('is 6 while the period is not over, before anything is sent or written', async () => {
    const submissions = await command.folder('early');
    const out = join(submissions, 'out');
    const ended = await command.run(submissions, out, '2098');
    expect([ended.status, ended.stdout]).toEqual([6, '']);
    expect(ended.stderr).toMatch(/hết ngày 31\/12\/2098.*not over before the end of 2098-12-31/s);
    await expect(readdir(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
