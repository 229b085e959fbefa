import type { Workbook, Worksheet } from 'exceljs';
import { columnName } from '../../column-name.ts';
import { fonts } from '../report-style.ts';
import type { BarChart } from './chart-part.ts';

/** Ranges of one figure, with what stands in them. */
export type DataBlock = Pick<BarChart, 'categories' | 'values' | 'series'>;

export interface FigureData {
  title: string;
  series: string;
  rows: { name: string; number: number }[];
  format: string;
}

const firstRow = 4;
export const dataSheet = 'Dữ liệu';

/** Two columns a figure, one left empty behind them. */
const namesColumn = (place: number): number => 1 + 3 * place;

/** Where the figure's data will stand, by its place among all figures. */
export function dataBlock({ series, rows }: FigureData, place: number): DataBlock {
  const range = (column: number) => {
    const letter = columnName(column);
    return `'${dataSheet}'!$${letter}$${firstRow}:$${letter}$${firstRow + rows.length - 1}`;
  };
  const names = namesColumn(place);
  return {
    categories: { range: range(names), texts: rows.map(({ name }) => name) },
    values: { range: range(names + 1), numbers: rows.map(({ number }) => number) },
    series: { cell: `'${dataSheet}'!$${columnName(names + 1)}$${firstRow - 1}`, text: series },
  };
}

/** The hidden sheet that charts draw from, last in the book; none where nothing is drawn. */
export function addDataSheet(workbook: Workbook, figures: readonly FigureData[]): void {
  if (figures.length === 0) return;
  const sheet = workbook.addWorksheet(dataSheet, { state: 'hidden' });
  Object.assign(sheet.getCell('A1'), { value: 'Số liệu của các hình', font: fonts.title });
  figures.forEach((figure, place) => {
    writeFigure(sheet, figure, namesColumn(place));
  });
}

function writeFigure(sheet: Worksheet, { title, series, rows, format }: FigureData, names: number): void {
  const numbers = names + 1;
  Object.assign(sheet.getCell(firstRow - 2, names), { value: title, font: fonts.note });
  Object.assign(sheet.getCell(firstRow - 1, names), { value: 'Đơn vị', font: fonts.strong });
  Object.assign(sheet.getCell(firstRow - 1, numbers), { value: series, font: fonts.strong });
  rows.forEach(({ name, number }, n) => {
    Object.assign(sheet.getCell(firstRow + n, names), { value: name, font: fonts.body });
    Object.assign(sheet.getCell(firstRow + n, numbers), { value: number, numFmt: format, font: fonts.body });
  });
  sheet.getColumn(names).width = 34;
  sheet.getColumn(numbers).width = 14;
}
