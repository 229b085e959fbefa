import type { Worksheet } from 'exceljs';
import { cellAddress } from '../../submission/cell-book.ts';
import { annex } from './annex-styles.ts';
import { columnNumber, type FormColumn } from './form-columns.ts';

/** Rows from the first empty one to the last in which somebody signs. */
export const signatureRows = 5;

const left = ['', 'NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ tên)', ''];
const right = ['…………, ngày …… tháng …… năm ……', 'THỦ TRƯỞNG ĐƠN VỊ', '(Ký, đóng dấu, ghi rõ họ tên)', ''];
const heights = [18, 18, 18, 64];

/**
 * Place, date and signatures, open to be typed in. They stand clear of the column of figures: whatever is typed here is
 * nobody's figure.
 */
export function addSignatureBlock(sheet: Worksheet, columns: readonly FormColumn[], lastRow: number): void {
  const name = columnNumber(columns, 'name');
  const [first, last] = [columnNumber(columns, 'evidence'), columnNumber(columns, 'note')];
  heights.forEach((height, index) => {
    const row = lastRow + 2 + index;
    const style = index === 1 ? annex.signed : annex.signedHow;
    set(name, row, left[index]!, style);
    set(first, row, right[index]!, style);
    if (right[index] !== '') sheet.mergeCells(`${cellAddress(first, row)}:${cellAddress(last, row)}`);
    sheet.getRow(row).height = height;
  });

  function set(column: number, row: number, text: string, style: object): void {
    Object.assign(sheet.getCell(row, column), { ...(text === '' ? {} : { value: text }), style });
  }
}
