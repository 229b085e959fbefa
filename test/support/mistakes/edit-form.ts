import type ExcelJS from 'exceljs';
import { columnCodes, neededColumns } from '../../../shared/submission/form/form-layout.ts';
import type { FormSpec } from '../../../shared/submission/form/form-spec.ts';
import { findFormCells } from '../../../shared/workbook/answer/form-cells.ts';
import type { OpenField } from '../../../shared/workbook/answer/sent-cell.ts';

/** A form as an officer has it open, cells found by their codes: where they stand is the layout's business. */
export interface OpenForm {
  book: ExcelJS.Workbook;
  sheet: ExcelJS.Worksheet;
  cell: (key: string, field?: OpenField) => ExcelJS.Cell;
  /** Numbers of code row and of a code's column. */
  codeRow: number;
  column: (code: string) => number;
}

export function openForm(book: ExcelJS.Workbook, form: FormSpec): OpenForm {
  const sheet = book.getWorksheet('Số liệu')!;
  const { cellOf } = findFormCells(sheet, form);
  const codeRow = findCodeRow(sheet);
  const columns = new Map<string, number>();
  sheet.getRow(codeRow).eachCell((cell, column) => void columns.set(cell.text, column));
  return {
    book,
    sheet,
    codeRow,
    cell: (key, field = 'value') => cellOf({ key, field }),
    column: (code) => columns.get(code)!,
  };
}

function findCodeRow(sheet: ExcelJS.Worksheet): number {
  const known = new Set<string>(columnCodes);
  for (let row = 1; row <= 30; row++) {
    const codes: string[] = [];
    sheet.getRow(row).eachCell((cell) => void (known.has(cell.text) && codes.push(cell.text)));
    if (codes.length >= 3) return row;
  }
  throw new Error('no code row');
}

const isOpen = (code: string) => code === 'value' || code === 'evidence' || code === 'note';

/** Columns that say which input a row is of. */
export const codeColumns = neededColumns.filter((code) => !isOpen(code));

/** Copies the row of an input below the table; `edit` sees its number. */
export function copyRow({ sheet, cell }: OpenForm, key: string, edit: (row: number) => void): void {
  const from = Number(cell(key).row);
  const to = sheet.rowCount + 3;
  sheet.getRow(from).eachCell((one, column) => {
    sheet.getCell(to, column).value = one.value;
  });
  edit(to);
}

export function clearRow({ sheet, cell }: OpenForm, key: string): void {
  sheet.getRow(Number(cell(key).row)).eachCell((one) => {
    one.value = null;
  });
}
