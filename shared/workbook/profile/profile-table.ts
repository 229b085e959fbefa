import type { Cell, Worksheet } from 'exceljs';
import { breakPages } from '../report/break-pages.ts';
import { publishedNumber } from '../report/published-number.ts';
import { boxed, fonts } from '../report/report-style.ts';
import type { CellContent } from '../report/score-columns.ts';
import { writeContent } from '../report/score-table.ts';
import { writeHeader } from '../report/table-header.ts';
import { countLines } from '../template/text-height.ts';

/** What stands in a cell of a profile: points too, that were earned, would have been needed, or have changed. */
export type ProfileCell = CellContent | PointCell;

interface PointCell {
  kind: 'points' | 'morePoints';
  decimal: string;
}

export interface ProfileTable {
  columns: { header: string; width: number }[];
  rows: { cells: ProfileCell[]; strong?: boolean }[];
  startRow: number;
}

/** One format for all points of a table: as many decimals as they have, none where all of them are whole. */
function pointDecimals(rows: ProfileTable['rows']): number {
  const points = rows.flatMap(({ cells }) => cells.flatMap((cell) => (isPoints(cell) ? [cell.decimal] : [])));
  const isWhole = points.every((decimal) => /^-?\d+(\.0+)?$/.test(decimal));
  return isWhole ? 0 : Math.max(...points.map((decimal) => decimal.split('.')[1]?.length ?? 0));
}

const isPoints = (content: ProfileCell): content is PointCell =>
  content.kind === 'points' || content.kind === 'morePoints';

function pointFormat(kind: PointCell['kind'], decimals: number): string {
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  return kind === 'points' ? `[$-42A]${digits}` : `[$-42A]+${digits};[$-42A]"\u2212"${digits};[$-42A]${digits}`;
}

/** A boxed table of figures, real numbers all, with a heading that repeats in print. Returns the row after it. */
export function writeProfileTable(sheet: Worksheet, { columns, rows, startRow }: ProfileTable): number {
  writeHeader(sheet, columns, startRow);
  const decimals = pointDecimals(rows);
  for (const [index, { cells, strong }] of rows.entries()) {
    const row = startRow + 1 + index;
    cells.forEach((content, column) => {
      const cell = sheet.getCell(row, column + 1);
      if (isPoints(content)) writePoints(cell, content, decimals);
      else writeContent(cell, content);
      if (strong) sheet.getCell(row, column + 1).font = fonts.strong;
    });
    const lines = cells.map((content, column) =>
      content.kind === 'text'
        ? countLines({ text: content.text, width: columns[column]!.width, bold: strong ?? false })
        : 1,
    );
    sheet.getRow(row).height = 17 + 15 * (Math.max(...lines) - 1);
  }
  sheet.pageSetup.printTitlesRow = `${startRow}:${startRow}`;
  breakPages(sheet, startRow, startRow + rows.length);
  return startRow + rows.length + 1;
}

const writePoints = (cell: Cell, { kind, decimal }: PointCell, decimals: number): void => {
  Object.assign(cell, {
    ...{ value: publishedNumber(decimal), numFmt: pointFormat(kind, decimals), font: fonts.body, border: boxed },
    alignment: { horizontal: 'right', vertical: 'middle', indent: 1 },
  });
};
