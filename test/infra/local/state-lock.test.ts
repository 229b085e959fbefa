import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { StateBroken } from '../../../infra/local/state-file.ts';
import { lockState, StateInUse } from '../../../infra/local/state-lock.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describe('lockState', () => {
  it('lets one holder in at a time, because two would write over each other', async () => {
    const directory = await temporaryDirectory();
    const unlock = await lockState(directory);
    await expect(lockState(directory)).rejects.toThrow(StateInUse);
    await unlock();
    await (await lockState(directory))();
  });

  it('names a living process that holds the directory', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'lock'), `${process.ppid}\n`);
    await expect(lockState(directory)).rejects.toThrow(String(process.ppid));
  });

  it('gives way to another that took over the same stale lock, because each had removed what it found', async () => {
    const directory = await temporaryDirectory();
    const path = join(directory, 'lock');
    await writeFile(path, '999999999\n');
    const refused = expect(lockState(directory)).rejects.toThrow(String(process.ppid));
    await vi.waitFor(async () => expect(await readFile(path, 'utf8')).toBe(`${process.pid}\n`), { interval: 1 });
    await writeFile(path, `${process.ppid}\n`);
    await refused;
  });

  it.each(['', '99', 'xx\n'])('names a lock that is damaged (%j), because its process may live', async (content) => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'lock'), content);
    const refused = lockState(directory);
    await expect(refused).rejects.toThrow(StateBroken);
    await expect(refused).rejects.toThrow(join(directory, 'lock'));
  });

  it.each([
    ['of a process that is gone', '999999999\n'],
    ['with this very pid, not held by us, as pid 1 of a restarted container', `${process.pid}\n`],
  ])('takes over a lock %s', async (_, content) => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'lock'), content);
    await (await lockState(directory))();
  });
});
