import type { Workbook } from 'exceljs';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { columnName } from '../column-name.ts';
import { publishedNumber } from '../report/published-number.ts';
import { addGridSheet, writeCell, writeHead } from './grid-sheet.ts';
import { firstColumn, firstRow, keyOf, type Layout } from './recompute-layout.ts';
import { codesVi, sheetsVi } from './recompute-words.ts';

const inputWidth = 14;

/** Every figure that counts, as it was declared: the only cells that anything is computed from. */
export function addDeclaredSheet(workbook: Workbook, layout: Layout): void {
  const sheet = addGridSheet(workbook, layout, {
    name: sheetsVi.declared,
    title: 'số liệu kê khai',
    note: `Số liệu của đơn vị như đã được tiếp nhận, kể cả số liệu kế thừa từ kỳ trước. ${codesVi}`,
    widths: layout.columns.map(() => inputWidth),
    headRow: firstRow - 3,
  });
  layout.columns.forEach(({ indicator, input }, n) => {
    const column = firstColumn + n;
    writeHead(sheet, firstRow - 3, column, indicator.name_vi, true);
    writeHead(sheet, firstRow - 2, column, indicator.indicator, true);
    writeHead(sheet, firstRow - 1, column, nameOfInput(indicator, input));
  });
  sheet.getRow(firstRow - 3).height = 84;
  sheet.getRow(firstRow - 1).height = 60;
  layout.units.forEach(({ unit_id }, n) => {
    layout.columns.forEach(({ indicator, input }, place) => {
      const value = layout.figures.get(keyOf(unit_id, indicator.indicator))?.get(input.input);
      if (value === undefined) return;
      const cell = { kind: 'number', number: publishedNumber(value), format: formatOf(value) } as const;
      writeCell(sheet, firstRow + n, firstColumn + place, cell);
    });
  });
}

/** With the decimals that were declared, and a comma on any machine. */
function formatOf(value: string): string {
  const decimals = value.split('.')[1]?.length ?? 0;
  return `[$-42A]#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
}

/** Column letters of the figures of an indicator, by input. */
export function figureColumns({ columns }: Layout, indicator: string): Map<string, string> {
  return new Map(
    columns.flatMap((column, n) =>
      column.indicator.indicator === indicator ? [[column.input.input, columnName(firstColumn + n)] as const] : [],
    ),
  );
}
