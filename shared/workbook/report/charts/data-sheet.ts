import type { Workbook, Worksheet } from 'exceljs';
import { columnName } from '../../column-name.ts';
import { fonts } from '../report-style.ts';
import type { Chart } from './chart.ts';

/** Ranges of one figure, with what stands in them. */
export type DataBlock = Pick<Chart, 'categories'> & { series: Pick<Chart['series'][number], 'name' | 'values'>[] };

export interface FigureData {
  title: string;
  /** Head of the names. */
  named: string;
  names: string[];
  series: { name: string; numbers: (number | null)[] }[];
  format: string;
}

const firstRow = 4;
export const dataSheet = 'Dữ liệu';

/** First column of each figure: names, its series, and one column left empty behind them. */
const columnsOf = (figures: readonly FigureData[]): number[] => {
  let next = 1;
  return figures.map(({ series }) => {
    const own = next;
    next += series.length + 2;
    return own;
  });
};

/** Where the data of each figure will stand. */
export function dataBlocks(figures: readonly FigureData[]): DataBlock[] {
  const columns = columnsOf(figures);
  return figures.map(({ names, series }, place) => {
    const first = columns[place]!;
    const cell = (column: number, row: number) => `$${columnName(column)}$${row}`;
    const range = (column: number) =>
      `'${dataSheet}'!${cell(column, firstRow)}:${cell(column, firstRow + names.length - 1)}`;
    return {
      categories: { range: range(first), texts: names },
      series: series.map(({ name, numbers }, n) => ({
        name: { cell: `'${dataSheet}'!${cell(first + 1 + n, firstRow - 1)}`, text: name },
        values: { range: range(first + 1 + n), numbers },
      })),
    };
  });
}

/** The hidden sheet that charts draw from, last in the book; none where nothing is drawn. */
export function addDataSheet(workbook: Workbook, figures: readonly FigureData[]): void {
  if (figures.length === 0) return;
  const sheet = workbook.addWorksheet(dataSheet, { state: 'hidden' });
  Object.assign(sheet.getCell('A1'), { value: 'Số liệu của các hình', font: fonts.title });
  const columns = columnsOf(figures);
  figures.forEach((figure, place) => {
    writeFigure(sheet, figure, columns[place]!);
  });
}

function writeFigure(sheet: Worksheet, { title, named, names, series, format }: FigureData, first: number): void {
  Object.assign(sheet.getCell(firstRow - 2, first), { value: title, font: fonts.note });
  Object.assign(sheet.getCell(firstRow - 1, first), { value: named, font: fonts.strong });
  names.forEach((name, n) => {
    Object.assign(sheet.getCell(firstRow + n, first), { value: name, font: fonts.body });
  });
  series.forEach(({ name, numbers }, place) => {
    const column = first + 1 + place;
    Object.assign(sheet.getCell(firstRow - 1, column), { value: name, font: fonts.strong });
    numbers.forEach((number, n) => {
      if (number !== null)
        Object.assign(sheet.getCell(firstRow + n, column), { value: number, numFmt: format, font: fonts.body });
    });
    sheet.getColumn(column).width = 14;
  });
  sheet.getColumn(first).width = 34;
}
