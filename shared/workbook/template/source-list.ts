import type { Worksheet } from 'exceljs';
import { cellAddress } from '../../submission/cell-book.ts';
import { formSources, sourceMark } from '../../submission/form/form-sources.ts';
import type { FormSpec } from '../../submission/form/form-spec.ts';
import { writableText } from '../writable-text.ts';
import { annex } from './annex-styles.ts';
import { columnNumber, type FormColumn } from './form-columns.ts';

/** Rows that {@link addSourceList} takes. */
export const sourceRows = (form: FormSpec): number => formSources(form).length;

/** Below the table: where the last known values are from. Each source once: told in every row, it made rows high. */
export function addSourceList(
  sheet: Worksheet,
  columns: readonly FormColumn[],
  tableEnd: number,
  form: FormSpec,
): void {
  const sources = formSources(form);
  sources.forEach((source, index) => {
    const row = tableEnd + 1 + index;
    const text = `${sourceMark(sources, source)} ${source}.`;
    Object.assign(sheet.getCell(row, 1), { value: writableText(text), style: annex.how });
    // As far as the column before the figures: what stands in theirs might be taken for one.
    sheet.mergeCells(`A${row}:${cellAddress(columnNumber(columns, 'value') - 1, row)}`);
    sheet.getRow(row).height = 18;
  });
}
