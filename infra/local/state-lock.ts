import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Remedy, StateBroken } from './state-file.ts';

export class StateInUse extends Error {
  override readonly name = 'StateInUse';

  constructor(directory: string, pid: number) {
    super(
      `Thư mục ${directory} đang được tiến trình ${pid} dùng / state directory ${directory} is in use by process ${pid}`,
    );
  }
}

const held = new Set<string>();

/** Longer than anybody needs between finding a lock stale and removing it. */
const settlingMs = 100;

/**
 * Makes this process the only one with the directory open; the answer lets go of it.
 * A lock left by a process that is gone is taken over.
 * @throws StateInUse, StateBroken
 */
export async function lockState(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true });
  const path = join(resolve(directory), 'lock');
  let wasStale = false;
  while (!(await writeLock(path))) {
    const pid = await readPid(path);
    // Its own pid, yet not held: left by a killed process that had the same one, as pid 1 of a container.
    const isStale = pid === process.pid ? !held.has(path) : !isAlive(pid);
    if (!isStale) throw new StateInUse(directory, pid);
    await rm(path, { force: true });
    wasStale = true;
  }
  if (wasStale) await requireOwn(directory, path);
  held.add(path);
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

/** Others may have found the same stale lock and removed ours for it: the last one has the directory. */
async function requireOwn(directory: string, path: string): Promise<void> {
  await pause(settlingMs);
  const pid = await readPid(path);
  if (pid !== process.pid) throw new StateInUse(directory, pid);
}

/** A lock is linked whole: one without a number was damaged, and nobody can tell whether its process lives. */
const deleteLock: Remedy = {
  vi: 'đề nghị kiểm tra không còn tiến trình nào dùng thư mục này rồi xóa tệp',
  en: 'make sure that no other process uses this directory, then delete it',
};

/** NaN: there is none. */
async function readPid(path: string): Promise<number> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return Number.NaN;
  if (!/^[1-9]\d{0,9}\n$/.test(text)) throw new StateBroken(path, deleteLock);
  return Number.parseInt(text, 10);
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
