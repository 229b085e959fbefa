import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export class StateInUse extends Error {
  override readonly name = 'StateInUse';

  constructor(directory: string, pid: number) {
    super(
      `Thư mục ${directory} đang được tiến trình ${pid} dùng / state directory ${directory} is in use by process ${pid}`,
    );
  }
}

const held = new Set<string>();

/**
 * Makes this process the only one with the directory open; the answer lets go of it.
 * A lock left by a process that is gone is taken over.
 * @throws StateInUse
 */
export async function lockState(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const path = join(resolve(directory), 'lock');
  while (!(await writeLock(path))) {
    const pid = Number.parseInt(await readFile(path, 'utf8').catch(() => ''), 10);
    // Its own pid, yet not held: left by a killed process that had the same one, as pid 1 of a container.
    const isStale = pid === process.pid ? !held.has(path) : !isAlive(pid);
    if (!isStale) throw new StateInUse(directory, pid);
    await rm(path, { force: true });
  }
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

async function writeLock(path: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, `${process.pid}\n`);
  try {
    // Linked whole: another process must never read a lock that has no pid yet.
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

function isAlive(pid: number): boolean {
  try {
    return !Number.isNaN(pid) && process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
