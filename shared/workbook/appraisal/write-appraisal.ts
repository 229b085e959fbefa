import ExcelJS from 'exceljs';
import { canonicalJson } from '../../digest/canonical-json.ts';
import { parsePeriod, periodLabelVi } from '../../periods/period.ts';
import { finishWorkbook } from '../finish-workbook.ts';
import { setProperties } from '../template/book-properties.ts';
import { addSignedSheet } from '../template/meta-sheet.ts';
import { addAppraisalGuide } from './appraisal-guide.ts';
import { addAppraisalSheet } from './appraisal-sheet.ts';
import type { AppraisalSpec } from './appraisal-spec.ts';

/** The ministry's workbook for a group and period: every indicator that counts, what it earns, room to decide. */
export async function writeAppraisal(spec: AppraisalSpec): Promise<Uint8Array> {
  const { framework, period } = spec.round;
  const book = new ExcelJS.Workbook();
  setProperties(book, {
    period,
    title: `${framework.title_vi}: bảng thẩm định điểm`,
    subject: `${spec.group_name_vi}, ${periodLabelVi(parsePeriod(period))}`,
    description: canonicalJson(spec.signed),
  });
  addAppraisalGuide(book, spec);
  addAppraisalSheet(book, spec);
  addSignedSheet(book, spec.signed);
  // Without a password: exceljs would draw a random salt. Filters stay usable, to go through one unit or one indicator.
  const allowed = { formatColumns: true, formatRows: true, autoFilter: true };
  for (const sheet of book.worksheets) await sheet.protect('', allowed);
  return finishWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
}
