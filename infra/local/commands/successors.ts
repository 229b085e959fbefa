import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { freezeSuccessors } from '../../../shared/release/build-successors.ts';
import { textOf } from '../../../shared/release/frozen-inputs.ts';
import { type Manifest, manifestPath } from '../../../shared/release/manifest.ts';
import { backcastReleases, renderBackcasts } from '../../../shared/release/mergers/backcast-releases.ts';
import { readContextColumn } from '../../../shared/release/mergers/read-context-column.ts';
import { writeFiles } from '../round/files-on-disk.ts';
import { deriveSuccessors } from '../round/recompute-release.ts';
import { knownFile, knownGroup, knownPeriod, readRelease } from './known-options.ts';
import { required, runCommand, UsageError } from './run-command.ts';

const usage = `npm run successors -- --release DIR --group province34 --out DIR
       npm run successors -- --release DIR [--release DIR …] --group G --backcasts FILE.json
                             [--after DIR …] [--as-of PERIOD] [--weights FILE.csv]`;

const text = { type: 'string' } as const;
const texts = { ...text, multiple: true } as const;
const options = { release: texts, group: text, out: text, backcasts: text, after: texts, 'as-of': text, weights: text };
type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Carries a release's main indices over to the units formed from its units, or lays three back-casts side by side. */
async function writeSuccessors(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options });
  if (values.out === undefined && values.backcasts === undefined)
    throw new UsageError('thiếu --out hoặc --backcasts', '--out or --backcasts is missing');
  if (values.out !== undefined) await writeDerived(values.out, values);
  if (values.backcasts !== undefined) await writeBackcasts(values.backcasts, values);
  return 0;
}

async function writeDerived(out: string, { release: [first, ...more] = [], group }: Options): Promise<void> {
  if (more.length > 0) throw new UsageError('--out chỉ đi với một --release', '--out takes one --release');
  const source = await readRelease(first, '--release');
  const files = await deriveSuccessors(freezeSuccessors(source, knownGroup(group)));
  await writeFiles(required(out, '--out'), files);
  const { release } = JSON.parse(textOf(files, manifestPath)) as Manifest;
  console.log(`${release} → ${out}`);
}

async function writeBackcasts(path: string, options: Options): Promise<void> {
  const { release = [], after = [], weights, 'as-of': asOf } = options;
  required(release[0], '--release');
  const file = await backcastReleases({
    before: await Promise.all(release.map((one) => readRelease(one, '--release'))),
    after: await Promise.all(after.map((one) => readRelease(one, '--after'))),
    group: knownGroup(options.group),
    asOf: asOf === undefined ? null : knownPeriod(asOf, '--as-of'),
    weights:
      weights === undefined
        ? null
        : readContextColumn((await knownFile(weights, '--weights')).toString('utf8'), basename(weights)),
  });
  await writeFile(required(path, '--backcasts'), renderBackcasts(file));
  for (const { releases, units } of file.rounds) {
    const count = (way: 'official_mean' | 'as_if_merged' | 'weighted') =>
      units.filter((unit) => unit[way].state === 'computed').length;
    console.log(
      `${releases.join(', ')} → ${path}: ${units.length} đơn vị / units, official_mean ${count('official_mean')}, ` +
        `as_if_merged ${count('as_if_merged')}, weighted ${count('weighted')}`,
    );
  }
}

await runCommand(usage, writeSuccessors);
