import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stateDirectory } from '../signing-key.ts';
import { lockState, StateInUse } from '../state-lock.ts';
import { UsageError } from './run-command.ts';

/** The directory that `DTI_STATE_DIR` would name, or the pipeline's own below it. Never makes one. */
export function findState(directory = stateDirectory()): string {
  const found = [join(directory, 'pipeline'), directory].find((candidate) => existsSync(join(candidate, 'dynamodb')));
  if (found === undefined)
    throw new UsageError(
      `${directory}: không có dữ liệu của hệ thống ở thư mục này`,
      `no pipeline has kept its state in ${directory}`,
    );
  return found;
}

/** Nobody else has the directory in use meanwhile: a {@link UsageError} where somebody has. */
export async function withLockedState<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  const unlock = await lockState(directory).catch((error: unknown) => {
    throw error instanceof StateInUse
      ? new UsageError(`${directory}: đang được một tiến trình khác dùng`, error.message)
      : error;
  });
  try {
    return await work();
  } finally {
    await unlock();
  }
}
