import { type CellRow, type CellSheet, cellAddress } from '../cell-book.ts';
import { makeFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';

export interface MergeWatch {
  sheet: CellSheet;
  codeRow: number;
  /** Columns that are read. */
  read: number[];
  /** Whether a row matters: merged lines of words below the table are left alone. */
  tells: (row: CellRow) => boolean;
}

/** Merged ranges that touch a cell which is read: below the code row it is not certain whose figure they hold. */
export function findMergedCells({ sheet, codeRow, read, tells }: MergeWatch): Finding[] {
  return sheet.merges.flatMap((range) => {
    const area = parseRange(range);
    const column = read.find((number) => number >= area.left && number <= area.right);
    if (column === undefined || area.bottom <= codeRow || !holdsContent(area)) return [];
    const cell = cellAddress(column, Math.max(area.top, codeRow + 1));
    return [makeFinding('CELL_MERGED', { sheet: sheet.name, cell, row: null, field: null }, { range })];
  });

  function holdsContent(area: Area): boolean {
    for (let row = Math.max(area.top, codeRow + 1); row <= area.bottom; row++) {
      const line = sheet.rows.get(row);
      if (line && tells(line)) return true;
    }
    return false;
  }
}

export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function parseRange(range: string): Area {
  const [first, last = first] = range.split(':').map(parseAddress);
  return { top: first!.row, left: first!.column, bottom: last!.row, right: last!.column };
}

function parseAddress(address: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)([0-9]+)$/.exec(address.replaceAll('$', ''))!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number.parseInt(digits!, 10), column };
}
