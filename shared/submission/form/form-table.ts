import type { CellRow } from '../cell-book.ts';
import { cellAddress } from '../cell-book.ts';
import type { DeclaredField, DeclaredRow } from '../figure.ts';
import { isSharedEvidence, withEvidence } from '../rows/evidence-cells.ts';
import { type Area, findMergedCells } from '../rows/merged-cells.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { neededColumns } from './form-layout.ts';
import type { FormLocation } from './locate-form.ts';

/** Rows of the form's table, below the code row. */
export function tableRows(location: FormLocation): DeclaredRow[] {
  const { sheet, codeRow, columns } = location;
  const rows = [...sheet.rows.values()].filter((row) => row.row > codeRow);
  return withEvidence(
    rows.map((row) => toDeclared(row)),
    location,
  );

  function toDeclared(row: CellRow): DeclaredRow {
    const cells: DeclaredRow['cells'] = {};
    for (const field of neededColumns) {
      const cell = row.cells.get(columns.get(field)!);
      if (cell) cells[field] = cell;
    }
    const place = (field: DeclaredField) => ({
      sheet: sheet.name,
      cell: cellAddress(columns.get(field)!, row.row),
      row: null,
      field: null,
    });
    return { row: row.row, hidden: row.hidden, cells, place, isAside: isTotal(row) || isWords(row, columns) };
  }
}

/** `Tổng`, `Tổng cộng`, `Cộng`, `Total`: whatever the first text of a row begins with. */
function isTotal(row: CellRow): boolean {
  const first = [...row.cells.values()].map((cell) => cellText(cell)).find((text) => text !== '') ?? '';
  return /^(tổng|cộng|total)(\s|:|$)/i.test(first);
}

/** Place and date, `THỦ TRƯỞNG ĐƠN VỊ`, a name: words where figures stand, in a row without the code of an input. */
function isWords({ cells }: CellRow, columns: FormLocation['columns']): boolean {
  if (cellText(cells.get(columns.get('input')!)) !== '') return false;
  const value = cells.get(columns.get('value')!);
  return value?.kind === 'text' && !/^[^\p{L}]*\p{N}/u.test(cellText(value));
}

export function mergedCells(location: FormLocation): Finding[] {
  const { sheet, codeRow, columns } = location;
  const read = neededColumns.map((field) => columns.get(field)!);
  const [input, value] = [columns.get('input')!, columns.get('value')!];
  const tells = (row: CellRow) =>
    [input, value].some((number) => cellText(row.cells.get(number)) !== '') && !isWords(row, columns);
  const allows = (area: Area) => isSharedEvidence(area, location);
  return findMergedCells({ sheet, codeRow, read, tells, allows });
}
