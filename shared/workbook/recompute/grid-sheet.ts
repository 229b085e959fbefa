import type { Style, Workbook, Worksheet } from 'exceljs';
import { titleVi } from '../../release/scoreboard-words.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { columnName } from '../column-name.ts';
import { boxed, fills, fonts, formats } from '../report/report-style.ts';
import { firstColumn, firstRow, type Layout } from './recompute-layout.ts';
import { differencesVi } from './recompute-words.ts';

/** What stands in a cell. A formula carries the published figure: who has no calculator reads that. */
export type GridCell =
  | { kind: 'number'; number: number; format?: string }
  | { kind: 'text'; text: string }
  | { kind: 'formula'; formula: string; result: number | string; format?: string };

const style = (more: Partial<Style>): Partial<Style> =>
  ({ font: fonts.note, border: boxed, ...more }) as Partial<Style>;
const wrapped = { vertical: 'middle', horizontal: 'center', wrapText: true } as const;

/** Shared, for each of them is one entry of the file however many cells bear it. */
const styles = {
  header: style({ font: fonts.header, fill: fills.header, alignment: wrapped }),
  small: style({ font: fonts.digest, alignment: wrapped }),
  name: style({ alignment: { vertical: 'middle', horizontal: 'left' } }),
  code: style({ alignment: { vertical: 'middle', horizontal: 'center' } }),
};

const numberStyles = new Map<string, Partial<Style>>();

function numberStyle(format: string): Partial<Style> {
  const known = numberStyles.get(format) ?? style({ numFmt: format, alignment: { horizontal: 'right' } });
  numberStyles.set(format, known);
  return known;
}

export function writeCell(sheet: Worksheet, row: number, column: number, content: GridCell): void {
  const cell = sheet.getCell(row, column);
  if (content.kind === 'text') {
    cell.value = content.text;
    cell.style = styles.code;
    return;
  }
  cell.value =
    content.kind === 'number' ? content.number : ({ formula: content.formula, result: content.result } as never);
  cell.style = numberStyle(content.format ?? formats.whole);
}

export const writeHead = (sheet: Worksheet, row: number, column: number, value: string, small = false): void => {
  Object.assign(sheet.getCell(row, column), { value, style: small ? styles.small : styles.header });
};

interface GridSheet {
  name: string;
  title: string;
  note: string;
  /** Of the columns from the first of figures on. */
  widths: number[];
}

/** Where every sheet says how many of its cells are other than published. */
export const differencesCell = 'C4';

/** Title, note, units down the side; frozen, with what repeats in print. */
export function addGridSheet(workbook: Workbook, layout: Layout, { name, title, note, widths }: GridSheet): Worksheet {
  const { scoreboard, lastRow } = layout;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: firstColumn - 1, ySplit: firstRow - 1, activeCell: 'A1', zoomScale: 100 }],
  });
  sheet.columns = [16, 26, 8, ...widths].map((width) => ({ width }));
  Object.assign(sheet.getCell('A1'), { value: `${titleVi(scoreboard)}: ${title}`, font: fonts.title });
  Object.assign(sheet.getCell('A2'), { value: note, font: fonts.note });
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: 'landscape', printTitlesRow: `${firstRow - 1}:${firstRow - 1}` },
    printTitlesColumn: 'A:C',
    printArea: `A$1:${columnName(firstColumn + widths.length - 1)}$${lastRow + 1}`,
  });
  sheet.headerFooter.oddFooter = `&L&"Times New Roman,Regular"&9${scoreboard.release}&R&9&P/&N`;
  writeSides(sheet, layout);
  return sheet;
}

function writeSides(sheet: Worksheet, { units }: Layout): void {
  writeHead(sheet, firstRow - 1, 1, 'Mã đơn vị');
  writeHead(sheet, firstRow - 1, 2, 'Đơn vị');
  units.forEach((unit, n) => {
    const row = firstRow + n;
    Object.assign(sheet.getCell(row, 1), { value: unit.unit_id, style: styles.name });
    Object.assign(sheet.getCell(row, 2), { value: unitLabel(unit), style: styles.name });
  });
}

/** The count of what is off, above the column that it adds up. */
export function writeDifferences(sheet: Worksheet, { lastRow }: Layout): void {
  Object.assign(sheet.getCell('A4'), { value: differencesVi, font: fonts.strong });
  writeCell(sheet, 4, 3, { kind: 'formula', formula: `SUM(C${firstRow}:C${lastRow + 1})`, result: 0 });
}
