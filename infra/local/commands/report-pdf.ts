import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { convertToPdf, hasLibreOffice } from '../libreoffice.ts';
import { readRelease } from './known-options.ts';
import { runCommand, UsageError } from './run-command.ts';

const usage = 'npm run report-pdf -- DIR [--out FILE.pdf]';
const report = 'ranking.xlsx';

/**
 * The report of a release as PDF, for signing or print. Beside the folder and not in it: what a release holds is promised
 * byte by byte, and these bytes are another program's.
 */
async function writeReportPdf(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { out: { type: 'string' } }, allowPositionals: true });
  const [folder] = positionals;
  const workbook = (await readRelease(folder, 'DIR')).get(report);
  if (!workbook) throw new UsageError(`DIR ${folder}: không có tệp ${report}`, `there is no ${report} in it`);
  const out = values.out ?? `${resolve(folder!)}.pdf`;
  if (!(await hasLibreOffice())) {
    console.error(
      'Máy này không có LibreOffice (lệnh soffice): đề nghị cài gói libreoffice-calc, hoặc mở ranking.xlsx và in ra PDF.\n' +
        'There is no LibreOffice (command soffice) here: install libreoffice-calc, or open ranking.xlsx and print it to PDF.',
    );
    return 2;
  }
  await writeFile(out, await convertToPdf(workbook, report));
  console.log(out);
  return 0;
}

await runCommand(usage, writeReportPdf);
