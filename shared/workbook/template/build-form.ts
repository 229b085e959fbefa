import ExcelJS from 'exceljs';
import { lastDayOf, parsePeriod } from '../../periods/period.ts';
import { addDataSheet } from './data-sheet.ts';
import type { FormSpec } from './form-spec.ts';
import { addGuideSheet } from './guide-sheet.ts';
import { addMetaSheet, identityDocument } from './meta-sheet.ts';

/** The form as a workbook not yet written. Sheets are locked without a password: exceljs would draw a random salt. */
export async function buildForm(form: FormSpec): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  setProperties(book, form);
  addGuideSheet(book, form);
  addDataSheet(book, form);
  addMetaSheet(book, form);
  for (const sheet of book.worksheets) await sheet.protect('', { formatColumns: true, formatRows: true });
  return book;
}

function setProperties(book: ExcelJS.Workbook, form: FormSpec): void {
  // The period's last day, not the clock: the same form is the same bytes.
  book.created = new Date(`${lastDayOf(parsePeriod(form.identity.period))}T00:00:00Z`);
  book.modified = book.created;
  book.creator = book.lastModifiedBy = 'dti-pipeline';
  book.title = `${form.framework.title_vi}: biểu mẫu kê khai số liệu`;
  book.subject = `${form.unit.full_name_vi}, ${form.periodLabel}`;
  book.description = identityDocument(form);
  book.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
}
