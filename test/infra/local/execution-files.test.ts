import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Execution, openExecutionFiles } from '../../../infra/local/execution-files.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const execution: Execution = {
  ...{ workflow: 'score-period', name: 'run-1', status: 'RUNNING', input: '{}', started: '2026-10-01T00:00:00Z' },
};

it('executions come back as they were saved; a file under the name of another is broken', async () => {
  const directory = await temporaryDirectory();
  await (await openExecutionFiles(directory)).save(execution);
  expect((await openExecutionFiles(directory)).all()).toEqual([execution]);
  await rename(join(directory, 'run-1.json'), join(directory, 'run-2.json'));
  await expect(openExecutionFiles(directory)).rejects.toThrow('run-2.json');
  await writeFile(join(directory, 'run-2.json'), '{}');
  await expect(openExecutionFiles(directory)).rejects.toThrow('run-2.json');
});
