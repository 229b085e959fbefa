import { sheetNames } from '../../submission/form/form-layout.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { buildForm } from './build-form.ts';
import { formColumns } from './form-columns.ts';
import { breakFormPages } from './form-pages.ts';

/** An Excel form for one unit, period and framework, empty or filled. */
export async function writeTemplate(form: FormSpec): Promise<Uint8Array> {
  const book = await buildForm(form);
  breakFormPages(book.getWorksheet(sheetNames.data)!, formColumns('form'), form);
  return finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
}
