import type { Font, Style, Workbook, Worksheet } from 'exceljs';
import { titleVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';
import { columnName } from '../column-name.ts';
import { footerOf, headerOf, pagesAcross, paperMargins, sum } from '../report/report-sheet.ts';
import { boxed, fills, fonts, formats } from '../report/report-style.ts';
import { widthOf, wrappedHeight } from '../template/text-height.ts';
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
  /** First of the rows that say what a column is of: they repeat in print. */
  headRow?: number;
}

/** Code and name of a unit, and how many of its cells are off; a name is cut where the next cell is not empty. */
function sideWidths({ units }: Layout): number[] {
  const longest = Math.max(
    ...units.map((unit) => widthOf({ text: unitLabel(unit), size: fonts.note.size!, indent: 0 })),
  );
  return [16, Math.max(26, longest), 8];
}

/** Where every sheet says how many of its cells are other than published. */
export const differencesCell = 'C4';

/** Title, note, units down the side; frozen, with what repeats in print. */
export function addGridSheet(workbook: Workbook, layout: Layout, spec: GridSheet): Worksheet {
  const { name, title, note, widths } = spec;
  const { scoreboard, lastRow } = layout;
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: firstColumn - 1, ySplit: firstRow - 1, activeCell: 'A1', zoomScale: 100 }],
  });
  const sides = sideWidths(layout);
  sheet.columns = [...sides, ...widths].map((width) => ({ width }));
  const pages = pagesAcross(sum(sides) + sum(widths), sum(sides));
  writeAbove(sheet, 1, { value: `${titleVi(scoreboard)}: ${title}`, font: fonts.title, from: 1, columns: 3 });
  const ofFirstPage = Math.max(1, Math.floor(widths.length / pages));
  writeAbove(sheet, 2, { value: note, font: fonts.note, from: firstColumn, columns: ofFirstPage });
  setUpPages(sheet, scoreboard);
  Object.assign(sheet.pageSetup, {
    ...{ fitToWidth: pages, printTitlesRow: `${spec.headRow ?? firstRow - 1}:${firstRow - 1}` },
    printTitlesColumn: 'A:C',
    printArea: `A$1:${columnName(firstColumn + widths.length - 1)}$${lastRow + 1}`,
  });
  writeSides(sheet, layout);
  return sheet;
}

/** A4 across within the margins of a report; on each page which release it is of, and whether its figures are made up. */
export function setUpPages(sheet: Worksheet, scoreboard: Scoreboard): void {
  Object.assign(sheet.pageSetup, {
    ...{ paperSize: 9, orientation: 'landscape', margins: paperMargins },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  Object.assign(sheet.headerFooter, { oddHeader: headerOf(scoreboard), oddFooter: footerOf(scoreboard) });
}

interface Above {
  value: string;
  font: Partial<Font>;
  /** Columns that are on one page: what runs over others is cut where the page ends. */
  from: number;
  columns: number;
}

function writeAbove(sheet: Worksheet, row: number, { value, font, from, columns }: Above): void {
  sheet.mergeCells(row, from, row, from + columns - 1);
  Object.assign(sheet.getCell(row, from), { value, font, alignment: { wrapText: true, vertical: 'middle' } });
  const width = sum(sheet.columns.slice(from - 1, from - 1 + columns).map((column) => column.width ?? 0));
  const { size = 12, bold = false } = font;
  sheet.getRow(row).height = wrappedHeight([{ text: value, width, size, bold, indent: 0 }]);
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
