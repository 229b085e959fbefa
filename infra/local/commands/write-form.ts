import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type AskedUnit, askedIndicators } from '../../../shared/frameworks/asked-indicators.ts';
import type { Framework } from '../../../shared/frameworks/framework.ts';
import { parseDeclaredCsv } from '../../../shared/submission/declared/parse-declared-csv.ts';
import type { DeclaredRow } from '../../../shared/submission/figure.ts';
import type { FilledInput } from '../../../shared/submission/form/form-spec.ts';
import { issueForm } from '../../../shared/submission/form/issue-form.ts';
import { matchRows } from '../../../shared/submission/rows/match-rows.ts';
import { cellText } from '../../../shared/submission/values/cell-text.ts';
import { parsePlainDecimal } from '../../../shared/submission/values/parse-number.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import { loadSigningKey } from '../signing-key.ts';
import { formOptions, memberNamed, readFormOptions } from './form-options.ts';
import { knownFile, requireServed } from './known-options.ts';
import { required } from './run-command.ts';
import { showFinding } from './show.ts';

export const usage =
  'npm run template -- --framework ID|DIR [--group G] --unit UNIT --period P --out FILE.xlsx [--values FILE.csv]';

/** Writes one form, empty or filled as the unit's own system would fill it. */
export async function writeForm(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { ...formOptions, out: text, values: text } });
  const out = required(values.out, '--out');
  const options = await readFormOptions(values);
  // A form that no period could take is not handed out.
  requireServed(options);
  const unit = memberNamed(required(values.unit, '--unit'), options);
  const filled =
    values.values === undefined ? [] : await readValues(values.values, { ...options, unit_id: unit.unit_id });
  const { framework, group, period } = options;
  const form = issueForm({ unit, group, period, framework, values: filled }, await loadSigningKey());
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, await writeTemplate(form));
  console.log(`${unit.full_name_vi}, ${group}, ${period}: ${out}`);
  return 0;
}

/** Rows must fit the framework; whether their values are right is for the check to say. */
async function readValues(file: string, form: AskedUnit & { framework: Framework }): Promise<FilledInput[]> {
  const table = parseDeclaredCsv(await knownFile(file, '--values'));
  const rows = matchRows(table.rows, {
    framework: form.framework,
    asked: askedIndicators(form.framework, form),
  });
  const broken = [...table.findings, ...rows.findings];
  for (const finding of broken) console.error(`${file}: ${showFinding(finding)}`);
  if (broken.some(({ severity }) => severity === 'error')) throw new Error(`${file} does not fit the framework`);
  return rows.matched.map(({ indicator, input, row }) => ({
    indicator: indicator.indicator,
    input: input.input,
    ...toFilled(row),
  }));
}

function toFilled({ cells }: DeclaredRow): Pick<FilledInput, 'value' | 'evidence' | 'note'> {
  const value = cellText(cells.value);
  const parsed = parsePlainDecimal(value);
  return {
    value: 'value' in parsed ? parsed.value : value,
    evidence: cellText(cells.evidence),
    note: cellText(cells.note),
  };
}
