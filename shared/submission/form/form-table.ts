import type { CellRow, CellValue } from '../cell-book.ts';
import { cellAddress } from '../cell-book.ts';
import type { DeclaredField, DeclaredRow } from '../figure.ts';
import { isSharedEvidence, withEvidence } from '../rows/evidence-cells.ts';
import { type Area, findMergedCells } from '../rows/merged-cells.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import type { FormLocation } from './locate-form.ts';

type Columns = FormLocation['columns'];

/** Rows of the form's table, below the code row. */
export function tableRows(location: FormLocation): DeclaredRow[] {
  const { sheet, codeRow, columns } = location;
  const rows = [...sheet.rows.values()].filter((row) => row.row > codeRow);
  return withEvidence(
    rows.map((row) => toDeclared(row)),
    location,
  );

  function toDeclared(row: CellRow): DeclaredRow {
    const place = (field: DeclaredField) => ({
      sheet: sheet.name,
      cell: cellAddress(columnOf(field, columns), row.row),
      row: null,
      field: null,
    });
    const isAside = isTotal(row) || isWords(row, columns);
    return { row: row.row, hidden: row.hidden, cells: fieldsOf(row, columns), place, isAside };
  }
}

const fields = ['indicator', 'input', 'value', 'evidence', 'note'] as const satisfies DeclaredField[];

/** Both codes stand in the column `key`; in forms of version 1 each in its own. */
function columnOf(field: DeclaredField, columns: Columns): number {
  const isCode = field === 'indicator' || field === 'input';
  return (isCode ? columns.get('key') : undefined) ?? columns.get(field)!;
}

function fieldsOf(row: CellRow, columns: Columns): DeclaredRow['cells'] {
  const found = fields.map((field) => [field, row.cells.get(columnOf(field, columns))] as const);
  const cells = Object.fromEntries(found.filter(([, cell]) => cell !== undefined));
  return columns.has('key') ? { ...cells, ...splitKey(row.cells.get(columns.get('key')!)) } : cells;
}

/** `services/numerator`; the code of an indicator alone names its only input. */
function splitKey(cell: CellValue | undefined): DeclaredRow['cells'] {
  const [, indicator = '', input = ''] = /^([^/]*)\/?(.*)$/s.exec(cellText(cell)) ?? [];
  const text = (part: string): CellValue => ({ kind: 'text', text: part.trim(), rich: false });
  return { indicator: text(indicator), input: text(input) };
}

/** `Tổng`, `Tổng cộng`, `Cộng`, `Total`: whatever the first text of a row begins with. */
function isTotal(row: CellRow): boolean {
  const first = [...row.cells.values()].map((cell) => cellText(cell)).find((text) => text !== '') ?? '';
  return /^(tổng|cộng|total)(\s|:|$)/i.test(first);
}

/** Place and date, `THỦ TRƯỞNG ĐƠN VỊ`, a name: words where figures stand, in a row without the code of an input. */
function isWords({ cells }: CellRow, columns: Columns): boolean {
  // A figure says how it is to be written: its row may have lost its code, and `Có` is a word too.
  if ([columnOf('input', columns), columns.get('declare')].some((column) => cellText(cells.get(column ?? 0)) !== ''))
    return false;
  const value = cells.get(columns.get('value')!);
  return value?.kind === 'text' && !/^[^\p{L}]*\p{N}/u.test(cellText(value));
}

export function mergedCells(location: FormLocation): Finding[] {
  const { sheet, codeRow, columns } = location;
  const read = fields.map((field) => columnOf(field, columns));
  const [input, value] = [columnOf('input', columns), columnOf('value', columns)];
  const tells = (row: CellRow) =>
    [input, value].some((number) => cellText(row.cells.get(number)) !== '') && !isWords(row, columns);
  const allows = (area: Area) => isSharedEvidence(area, location);
  return findMergedCells({ sheet, codeRow, read, tells, allows });
}
