import {
  filledForm,
  foreignFrameworks,
  tryWriters,
  type WriterResult,
} from '../../test/support/foreign/foreign-forms.ts';
import { foreignLayouts } from '../../test/support/foreign/foreign-layouts.ts';
import { code, markdownTable, pageHead } from './markdown.ts';

const about = `Tệp do phần mềm khác lưu lại được tiếp nhận như tệp gốc. / A form that was saved or written by another program is accepted, with the
same observations as our own file: every figure, evidence and note, each from the same cell.

Each file is made anew by the tests in the program's layout: names with a prefix or without, texts in the shared table or in
the cell, rows without numbers, types that are declared and not used, data descriptors of the archive. **From** says whether
the layout was taken from a file that the program wrote or from its documentation. \`npm run test:office\` opens and saves real
forms with LibreOffice, as .xlsx and by way of .ods.`;

/** Which writers' files are accepted, from running them all. */
export async function renderForeignWriters(): Promise<string> {
  const forms = new Map<string, Map<string, WriterResult>>();
  for (const id of foreignFrameworks) forms.set(id, await tryWriters(await filledForm(id)));
  const rows = foreignLayouts.map(({ name, seen }) => [
    name,
    seen,
    ...foreignFrameworks.map((id) => describe(forms.get(id)!.get(name)!)),
  ]);
  const head = ['Writer', 'From', ...foreignFrameworks.map(code)];
  const sources = 'test/support/foreign/';
  return [pageHead('Phần mềm khác / Foreign writers', about, sources), markdownTable(head, rows)].join('\n');
}

function describe({ accepted, isEqual, observations, rules }: WriterResult): string {
  if (!accepted) return `refused: ${[...new Set(rules)].join(', ')}`;
  return isEqual ? `accepted, ${observations} equal` : `accepted, ${observations}, not equal`;
}
