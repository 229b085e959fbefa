import type { FormSpec } from '../../submission/form/form-spec.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { buildForm } from './build-form.ts';

/** An Excel form for one unit, period and framework, empty or filled. */
export async function writeTemplate(form: FormSpec): Promise<Uint8Array> {
  const book = await buildForm(form);
  return finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
}
