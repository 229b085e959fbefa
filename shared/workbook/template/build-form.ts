import ExcelJS from 'exceljs';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { setProperties } from './book-properties.ts';
import { addDataSheet } from './data-sheet.ts';
import type { FormPurpose } from './form-columns.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { addMetaSheet, identityDocument } from './meta-sheet.ts';

/** The form as a workbook not yet written, and not yet broken into pages: an answer makes rows higher. Sheets are locked without a password: exceljs would draw a random salt. */
export async function buildForm(form: FormSpec, purpose: FormPurpose = 'form'): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  setProperties(book, {
    period: form.identity.period,
    title: `${form.framework.title_vi}: biểu mẫu kê khai số liệu`,
    subject: `${form.unit.full_name_vi}, ${form.periodLabel}`,
    description: identityDocument(form),
  });
  addGuideSheet(book, form);
  addDataSheet(book, form, purpose);
  addMetaSheet(book, form);
  for (const sheet of book.worksheets) await sheet.protect('', { formatColumns: true, formatRows: true });
  return book;
}
