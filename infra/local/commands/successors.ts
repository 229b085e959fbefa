import { parseArgs } from 'node:util';
import { freezeSuccessors } from '../../../shared/release/build-successors.ts';
import { textOf } from '../../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath } from '../../../shared/release/manifest.ts';
import { readFiles, writeFiles } from '../round/files-on-disk.ts';
import { deriveSuccessors } from '../round/recompute-release.ts';
import { required, runCommand } from './run-command.ts';

const usage = 'npm run successors -- --release DIR --group province34 --out DIR';

/** Carries a release's main indices over to the units formed from its units. */
async function writeSuccessors(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { release: text, group: text, out: text } });
  const source = await readFiles(required(values.release, '--release'));
  const out = required(values.out, '--out');
  const files = await deriveSuccessors(freezeSuccessors(source, required(values.group, '--group')));
  await writeFiles(out, files);
  const { release } = JSON.parse(textOf(files, manifestPath)) as Manifest;
  console.log(`${release} → ${out}`);
  return 0;
}

await runCommand(usage, writeSuccessors);
