import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { illustrativeNote, quarterGroups } from '../../../sample-data/quarter.ts';
import { isPeriod, lastDayOf, parsePeriod } from '../../../shared/periods/period.ts';
import { writeFiles } from '../round/files-on-disk.ts';
import { type MadeWorkbooks, makeQuarterWorkbooks, makeWorkbooks } from '../round/made-workbooks.ts';
import { loadSigningKey } from '../signing-key.ts';
import { required, runCommand, UsageError } from './run-command.ts';
import { endProgress, showProgress } from './show.ts';

const usage = 'npm run sample-data -- [--period 2026-Q3 [--all-communes]] --out DIR';

const publishedPeriod = '2024';

/** Writes the workbooks of a round, one folder per group: the published 2024 one, or an illustrative one of a later period. */
async function writeSampleData(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: { out: text, period: { ...text, default: publishedPeriod }, 'all-communes': { type: 'boolean' } },
  });
  const out = required(values.out, '--out');
  const signingKey = await loadSigningKey();
  if (values.period === publishedPeriod) {
    for (const group of ['province34', 'province63'] as const) {
      await writeGroup(out, group, await makeWorkbooks(group, signingKey, showProgress));
    }
    return 0;
  }
  checkIllustrative(values.period);
  console.log(illustrativeNote);
  for (const group of quarterGroups({ allCommunes: values['all-communes'] ?? false })) {
    await writeGroup(out, group, await makeQuarterWorkbooks(group, values.period, signingKey, showProgress));
  }
  return 0;
}

/** Groups and lists of indicators of the illustrative rounds stand since 1 July 2025. */
function checkIllustrative(period: string): void {
  if (isPeriod(period) && lastDayOf(parsePeriod(period)) >= '2025-07-01') return;
  throw new UsageError(
    `--period ${period}: đề nghị ghi 2024, kỳ đã công bố, hoặc một kỳ kết thúc sau ngày 01/7/2025, ví dụ 2026-Q3`,
    'write 2024, the published round, or a period that ends after 1 July 2025, such as 2026-Q3',
  );
}

async function writeGroup(out: string, group: string, { files }: MadeWorkbooks): Promise<void> {
  await writeFiles(join(out, group), new Map(files.map(({ name, bytes }) => [name, bytes])));
  endProgress();
  console.log(`${files.length} biểu mẫu / workbooks: ${join(out, group)}`);
}

await runCommand(usage, writeSampleData);
