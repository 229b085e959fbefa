import { type Round as PublishedRound, type RoundRow, round2024 } from '../../../sample-data/rounds.ts';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { issueForm } from '../../../shared/workbook/template/issue-form.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import type { WorkbookFile } from './upload-workbook.ts';

/** The forms of the published 2024 round, as the units would have filled them in. */
export async function makeWorkbooks(
  group: PublishedRound['group'],
  signingKey: Uint8Array,
): Promise<{ framework: Framework; files: WorkbookFile[] }> {
  const round = round2024(group);
  const framework = await loadFramework(round.framework);
  const files: WorkbookFile[] = [];
  for (const row of round.rows) files.push(await makeWorkbook(row, round, framework, signingKey));
  return { framework, files };
}

async function makeWorkbook(
  { unit, values }: RoundRow,
  { group, period }: PublishedRound,
  framework: Framework,
  signingKey: Uint8Array,
): Promise<WorkbookFile> {
  const assessed = new Set(framework.indicators.filter((one) => one.assessed).map(({ indicator }) => indicator));
  const declared = values.filter(({ indicator }) => assessed.has(indicator));
  const form = issueForm({ unit, group, period, framework, values: declared }, signingKey);
  return { name: `${unit.unit_id}.xlsx`, bytes: await writeTemplate(form) };
}
