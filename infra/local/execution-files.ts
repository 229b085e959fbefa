import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from './whole-file.ts';

/** One execution, as it stands on disk. */
export interface Execution {
  workflow: string;
  name: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  /** JSON text exactly as sent. */
  input: string;
  output?: string;
  error?: string;
  cause?: string;
  /** ISO 8601, UTC. */
  started: string;
  stopped?: string;
}

/** Executions by name, kept in `directory/<name>.json` and in memory. */
export async function openExecutionFiles(directory: string) {
  await mkdir(directory, { recursive: true });
  const names = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  const all = new Map<string, Execution>();
  for (const name of names) {
    const execution = JSON.parse(await readFile(join(directory, name), 'utf8')) as Execution;
    all.set(execution.name, execution);
  }
  return {
    all: () => [...all.values()],
    get: (name: string) => all.get(name),
    async save(execution: Execution): Promise<void> {
      // In memory first: a second start of the same name may arrive while the file is being written.
      all.set(execution.name, execution);
      await writeWhole(join(directory, `${execution.name}.json`), JSON.stringify(execution));
    },
  };
}

export type ExecutionFiles = Awaited<ReturnType<typeof openExecutionFiles>>;
