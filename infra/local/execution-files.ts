import { join } from 'node:path';
import * as z from 'zod';
import { readStateFolder, StateBroken } from './state-file.ts';
import { writeWhole } from './whole-file.ts';

const optionalText = z.string().exactOptional();
const execution = z.object({
  workflow: z.string(),
  name: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED']),
  /** JSON text exactly as sent. */
  input: z.string(),
  output: optionalText,
  error: optionalText,
  cause: optionalText,
  /** ISO 8601, UTC. */
  started: z.string(),
  stopped: optionalText,
});

/** One execution, as it stands on disk. */
export type Execution = z.infer<typeof execution>;

/** Executions by name, kept in `directory/<name>.json` and in memory. */
export async function openExecutionFiles(directory: string) {
  const all = new Map<string, Execution>();
  for (const { name, state } of await readStateFolder(directory, execution)) {
    if (name !== `${state.name}.json`) throw new StateBroken(join(directory, name));
    all.set(state.name, state);
  }
  return {
    all: () => [...all.values()],
    get: (name: string) => all.get(name),
    async save(changed: Execution): Promise<void> {
      // In memory first: a second start of the same name may arrive while the file is being written.
      all.set(changed.name, changed);
      await writeWhole(join(directory, `${changed.name}.json`), JSON.stringify(changed));
    },
  };
}

export type ExecutionFiles = Awaited<ReturnType<typeof openExecutionFiles>>;
