import type { WorkbookFile } from '../../infra/local/round/upload-workbook.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { issueForm } from '../../shared/submission/form/issue-form.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { signingKey } from './forms.ts';

const published = round2024('province34');

export const framework = await loadFramework(published.framework);

/** The round that is small enough for a test and real in all else: three of the 34. */
export const threeUnits = ['P01-2025', 'P46-2025', 'P48-2025'] as const;

/** A unit's form of the 2024 round as published, but for the figures given by indicator. */
export async function workbookOf(unitId: string, changes: Record<string, string> = {}): Promise<WorkbookFile> {
  const row = published.rows.find(({ unit }) => unit.unit_id === unitId);
  if (!row) throw new Error(`${unitId} is not in the 2024 round`);
  const values = row.values.map((figure) => ({ ...figure, value: changes[figure.indicator] ?? figure.value }));
  const form = issueForm({ unit: row.unit, group: 'province34', period: '2024', framework, values }, signingKey);
  return { name: `${unitId}.xlsx`, bytes: await writeTemplate(form) };
}

/** Forms of all given units, in their order. */
export async function workbooksOf(unitIds: readonly string[]): Promise<WorkbookFile[]> {
  const files: WorkbookFile[] = [];
  for (const unitId of unitIds) files.push(await workbookOf(unitId));
  return files;
}
