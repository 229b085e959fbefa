import type { Cell, Workbook, Worksheet } from 'exceljs';
import { scoredUnits } from '../../release/read-scoreboard.ts';
import type { Scoreboard } from '../../release/scoreboard.ts';
import { breakPages } from './break-pages.ts';
import { publishedNumber } from './published-number.ts';
import { addReportSheet, countLines, headerRow } from './report-sheet.ts';
import { boxed, dataBarColour, fills, fonts, formats } from './report-style.ts';
import { type CellContent, explainCodes, type ScoreColumn } from './score-columns.ts';

export interface ScoreTable {
  name: string;
  title: string;
  columns: ScoreColumn[];
  /** Sentences that explain the columns. */
  notes: string[];
}

const rowHeight = 17;
/** What the indent on the left and the padding take from a column of names. */
const indentCharacters = 1.5;

/** A sheet with one row per unit in the scoreboard's order and a last line of averages. */
export function addScoreTable(workbook: Workbook, scoreboard: Scoreboard, table: ScoreTable): void {
  const { columns, name, title } = table;
  const codes = explainCodes(columns, scoreboard.units);
  const note = [...table.notes, ...(codes.length > 0 ? [`Ký hiệu: ${codes.join('; ')}.`] : [])].join(' ');
  const widths = columns.map(({ width }) => width);
  const sheet = addReportSheet(workbook, scoreboard, { name, title, widths, orientation: 'landscape', note });
  writeHeader(sheet, columns);
  writeUnits(sheet, scoreboard, columns);
  writeAverages(sheet, scoreboard, columns);
  addReadingAids(sheet, scoreboard, columns);
}

/** Each header cell has its own fill: LibreOffice draws no table style. */
export function writeHeader(sheet: Worksheet, columns: { header: string; width: number }[], row = headerRow): void {
  for (const [index, { header }] of columns.entries()) {
    const alignment = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
    Object.assign(sheet.getCell(row, index + 1), {
      value: header,
      font: fonts.header,
      fill: fills.header,
      border: boxed,
      alignment,
    });
  }
  sheet.getRow(row).height =
    6 + 14.5 * Math.max(...columns.map(({ header, width }) => countLines(header, width * 0.95)));
}

function writeUnits(sheet: Worksheet, scoreboard: Scoreboard, columns: ScoreColumn[]): void {
  for (const [index, unit] of scoreboard.units.entries()) {
    const row = headerRow + 1 + index;
    const contents = columns.map(({ cellOf }) => cellOf(unit));
    for (const [column, content] of contents.entries()) writeContent(sheet.getCell(row, column + 1), content);
    sheet.getRow(row).height = heightOf(contents, columns);
  }
}

function heightOf(contents: CellContent[], columns: ScoreColumn[]): number {
  const lines = contents.map((content, i) =>
    content.kind === 'text' ? countLines(content.text, columns[i]!.width - indentCharacters) : 1,
  );
  return rowHeight + 15 * (Math.max(...lines) - 1);
}

/** Text is written as text whatever it begins with: a formula would need an object, and none is ever built from names. */
function writeContent(cell: Cell, content: CellContent): void {
  Object.assign(cell, { font: fonts.body, border: boxed, alignment: alignmentOf(content) });
  if (content.kind === 'value') Object.assign(cell, { value: publishedNumber(content.decimal), numFmt: formats.value });
  else if (content.kind === 'rank') Object.assign(cell, { value: content.rank, numFmt: formats.whole });
  else cell.value = content.kind === 'code' ? content.code : content.text;
}

function alignmentOf({ kind }: CellContent): Cell['alignment'] {
  const horizontal = kind === 'text' ? 'left' : kind === 'value' ? 'right' : 'center';
  return {
    horizontal,
    vertical: 'middle',
    wrapText: kind === 'text',
    indent: horizontal === 'center' ? 0 : 1,
  } as Cell['alignment'];
}

function writeAverages(sheet: Worksheet, scoreboard: Scoreboard, columns: ScoreColumn[]): void {
  const row = headerRow + 1 + scoreboard.units.length;
  const label = columns.findIndex(({ header }) => header === 'Đơn vị');
  for (const [index, { average }] of columns.entries()) {
    const cell = sheet.getCell(row, index + 1);
    writeContent(cell, average === null ? { kind: 'text', text: '' } : { kind: 'value', decimal: average });
    cell.font = fonts.strong;
  }
  sheet.getCell(row, label + 1).value = 'Trung bình';
  sheet.getRow(row).height = rowHeight + 3;
}

function addReadingAids(sheet: Worksheet, scoreboard: Scoreboard, columns: ScoreColumn[]): void {
  const last = headerRow + scoreboard.units.length;
  const named = columns.findIndex(({ header }) => header === 'Đơn vị') + 1;
  sheet.views = [
    {
      state: 'frozen',
      xSplit: named,
      ySplit: headerRow,
      topLeftCell: sheet.getCell(headerRow + 1, named + 1).address,
      activeCell: 'A1',
      zoomScale: 100,
    },
  ];
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: last, column: columns.length } };
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  // exceljs puts a dollar before each column itself, and none before the row.
  sheet.pageSetup.printArea = `A$1:${sheet.getCell(1, columns.length).address.replace(/\d+/, '')}$${last + 1}`;
  const bar = columns.findIndex(({ bar }) => bar);
  if (bar >= 0 && scoredUnits(scoreboard).length > 0) addDataBar(sheet, bar + 1, last);
  breakPages(sheet, headerRow, last + 1);
}

/** Fixed to 0–1, so that bars of two releases can be laid side by side. Without its bounds Excel offers a repair. */
function addDataBar(sheet: Worksheet, column: number, last: number): void {
  const ref = `${sheet.getCell(headerRow + 1, column).address}:${sheet.getCell(last, column).address}`;
  const bounds = [0, 1].map((value) => ({ type: 'num' as const, value }));
  const rule = {
    type: 'dataBar',
    priority: 1,
    cfvo: bounds,
    color: { argb: dataBarColour },
    gradient: false,
    border: false,
  };
  sheet.addConditionalFormatting({ ref, rules: [rule as never] });
}
