import type { Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { cellAddress } from '../../submission/cell-book.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { writableText } from '../writable-text.ts';
import { annex } from './annex-styles.ts';
import { type FormColumn, printedColumns } from './form-columns.ts';
import { font } from './form-styles.ts';

/** Office on the left and the national heading on the right, as above any official form; then what this one is. */
export function addTitleBlock(sheet: Worksheet, columns: readonly FormColumn[], form: FormSpec): void {
  const last = printedColumns(columns).length;
  addOffices(sheet, last, form);
  const { framework } = form;
  const lines = [
    [`BIỂU MẪU KÊ KHAI SỐ LIỆU ${framework.total.name_vi.toLocaleUpperCase('vi')}`, annex.title, 24],
    [`${aboutPeriod(form)}\n(Theo ${framework.title_vi}, phiên bản ${framework.version})`, annex.subtitle, 36],
    [howTo(form), annex.how, 20],
  ] as const;
  lines.forEach(([text, style, height], index) => {
    const row = index + 2;
    Object.assign(sheet.getCell(row, 1), { value: writableText(text), style });
    sheet.mergeCells(`A${row}:${cellAddress(last, row)}`);
    sheet.getRow(row).height = height;
  });
}

function addOffices(sheet: Worksheet, last: number, { unit }: FormSpec): void {
  const motto = { font: font({ bold: true, underline: true }), text: 'Độc lập - Tự do - Hạnh phúc' };
  const nation = { font: font({ bold: true }), text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n' };
  const right = last - 3;
  Object.assign(sheet.getCell(1, 1), { value: unit.full_name_vi.toLocaleUpperCase('vi'), style: annex.office });
  Object.assign(sheet.getCell(1, right), { value: { richText: [nation, motto] }, style: annex.office });
  sheet.mergeCells('A1:C1');
  sheet.mergeCells(`${cellAddress(right, 1)}:${cellAddress(last, 1)}`);
  sheet.getRow(1).height = 38;
}

function aboutPeriod({ periodLabel, deadline }: FormSpec): string {
  const until = deadline === undefined ? '' : ` · Hạn gửi: hết ngày ${formatDate(deadline)}`;
  return `Kỳ đánh giá: ${periodLabel}${until}`;
}

const howTo = ({ framework }: FormSpec): string =>
  [
    'Chỉ nhập ở các ô có khung đậm. Dấu phẩy là dấu thập phân: 0,9286.',
    ...(framework.illustrative ? [`${illustrativeVi}.`] : []),
  ].join(' ');
