import type { Worksheet } from 'exceljs';
import { columnLabels } from '../../submission/form/form-layout.ts';
import { codeRow } from '../../submission/form/form-spec.ts';
import { annex } from './annex-styles.ts';
import type { FormColumn } from './form-columns.ts';
import { styles } from './form-styles.ts';
import { setText } from './table-sheet.ts';

export const labelRow = codeRow - 2;
const numberRow = codeRow - 1;

/** Labels, below them the numbers of columns as annexes have them, and the codes by which the table is read back. */
export function addTableHead(sheet: Worksheet, columns: readonly FormColumn[]): void {
  columns.forEach(({ code, width, hidden }, index) => {
    const at = index + 1;
    const isKey = code === 'key';
    Object.assign(sheet.getColumn(at), { width, hidden });
    setText(sheet.getCell(labelRow, at), columnLabels[code], isKey ? annex.key : styles.header);
    setText(sheet.getCell(numberRow, at), isKey ? '' : `(${at})`, isKey ? annex.key : annex.columnNumber);
    setText(sheet.getCell(codeRow, at), code, styles.code);
  });
  sheet.getRow(labelRow).height = 54;
  sheet.getRow(numberRow).height = 16;
  // For programs, not for people: hidden, it is copied and saved with the sheet all the same.
  Object.assign(sheet.getRow(codeRow), { height: 11, hidden: true });
}
