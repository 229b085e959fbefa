import { finishWorkbook } from '../finish-workbook.ts';
import { buildForm } from './build-form.ts';
import type { FormSpec } from './form-spec.ts';

/** An Excel form for one unit, period and framework, empty or filled. */
export async function writeTemplate(form: FormSpec): Promise<Uint8Array> {
  const book = await buildForm(form);
  return finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
}
