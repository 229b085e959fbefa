import type { CellRow } from '../../workbook/cell-book.ts';
import { cellAddress } from '../../workbook/cell-book.ts';
import type { DeclaredField, DeclaredRow } from '../figure.ts';
import { makeFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { cellText } from '../values/cell-text.ts';
import { neededColumns } from './form-layout.ts';
import type { FormLocation } from './locate-form.ts';

/** Rows of the form's table, below the code row. */
export function tableRows({ sheet, codeRow, columns }: FormLocation): DeclaredRow[] {
  return [...sheet.rows.values()].filter((row) => row.row > codeRow).map((row) => toDeclared(row));

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
    return { row: row.row, hidden: row.hidden, cells, place, isTotal: isTotal(row) };
  }
}

/** `Tổng`, `Tổng cộng`, `Cộng`, `Total`: whatever the first text of a row begins with. */
function isTotal(row: CellRow): boolean {
  const first = [...row.cells.values()].map((cell) => cellText(cell)).find((text) => text !== '') ?? '';
  return /^(tổng|cộng|total)(\s|:|$)/i.test(first);
}

/** Merged ranges that touch a cell which is read: below the code row it is not certain whose figure they hold. */
export function mergedCells({ sheet, codeRow, columns }: FormLocation): Finding[] {
  const read = neededColumns.map((field) => columns.get(field)!);
  return sheet.merges.flatMap((range) => {
    const area = parseRange(range);
    const column = read.find((number) => number >= area.left && number <= area.right);
    if (column === undefined || area.bottom <= codeRow || !holdsContent(area)) return [];
    const place = {
      sheet: sheet.name,
      cell: cellAddress(column, Math.max(area.top, codeRow + 1)),
      row: null,
      field: null,
    };
    return [makeFinding('CELL_MERGED', place, { range })];
  });

  /** Merged lines of text below the table are left alone: they have no code in their row. */
  function holdsContent(area: Area): boolean {
    for (let row = Math.max(area.top, codeRow + 1); row <= area.bottom; row++) {
      const cells = sheet.rows.get(row)?.cells;
      if (cellText(cells?.get(columns.get('input')!)) !== '' || cellText(cells?.get(columns.get('value')!)) !== '')
        return true;
    }
    return false;
  }
}

interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

function parseRange(range: string): Area {
  const [first, last = first] = range.split(':').map(parseAddress);
  return { top: first!.row, left: first!.column, bottom: last!.row, right: last!.column };
}

function parseAddress(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)([0-9]+)$/.exec(address.replaceAll('$', ''))!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number.parseInt(digits!, 10), column };
}
