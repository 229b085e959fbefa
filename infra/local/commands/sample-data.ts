import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeFiles } from '../round/files-on-disk.ts';
import { makeWorkbooks } from '../round/made-workbooks.ts';
import { loadSigningKey } from '../signing-key.ts';
import { required, runCommand } from './run-command.ts';

const usage = 'npm run sample-data -- --out DIR';

/** Writes the workbooks of the published 2024 round, one folder per group. */
async function writeSampleData(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { out: { type: 'string' } } });
  const out = required(values.out, '--out');
  const signingKey = await loadSigningKey();
  for (const group of ['province34', 'province63'] as const) {
    const { files } = await makeWorkbooks(group, signingKey);
    await writeFiles(join(out, group), new Map(files.map(({ name, bytes }) => [name, bytes])));
    console.log(`${files.length} biểu mẫu / workbooks: ${join(out, group)}`);
  }
  return 0;
}

await runCommand(usage, writeSampleData);
