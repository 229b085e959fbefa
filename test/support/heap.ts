import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use once everything that can go has gone; a pause lets closings under way end first. */
export async function heapBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await pause(100);
    collectGarbage();
  }
  return process.memoryUsage().heapUsed;
}

/** Calls `work` so many times, some at once. */
export async function repeat(times: number, work: () => Promise<unknown>, atOnce = 16): Promise<void> {
  let left = times;
  const lane = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
