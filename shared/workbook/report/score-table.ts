import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { countLines } from '../template/text-height.ts';
import { publishedNumber } from './published-number.ts';
import { addReadingAids } from './reading-aids.ts';
import { addReportSheet, headerRow } from './report-sheet.ts';
import { boxed, fonts, formats } from './report-style.ts';
import { answeredText, type CellContent, explainCodes, type ScoreColumn } from './score-columns.ts';
import { writeHeader } from './table-header.ts';

export interface ScoreTable {
  name: string;
  title: string;
  columns: ScoreColumn[];
  /** Landscape where nothing is said. */
  orientation?: 'portrait';
  /** On one page, however many lines its notes take. */
  onePage?: boolean;
  /** Sentences that explain the columns. */
  notes: string[];
}

const rowHeight = 17;

/** A sheet with one row per unit in the scoreboard's order and a last line of averages. */
export function addScoreTable(workbook: Workbook, scoreboard: Scoreboard, table: ScoreTable): void {
  const { columns, name, title, orientation = 'landscape', onePage = false } = table;
  const codes = explainCodes(columns, scoreboard.units);
  const note = [
    ...table.notes.filter((text) => text !== ''),
    ...(codes.length > 0 ? [`Ký hiệu: ${codes.join('; ')}.`] : []),
  ].join(' ');
  const widths = columns.map(({ width }) => width);
  const naming = columns.findIndex(({ role }) => role === 'unit') + 1;
  const sheet = addReportSheet(workbook, scoreboard, { name, title, widths, orientation, onePage, note, naming });
  writeHeader(sheet, columns, headerRow);
  writeUnits(sheet, scoreboard, columns);
  writeAverages(sheet, scoreboard, columns);
  addReadingAids(sheet, scoreboard, columns);
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
    content.kind === 'text' ? countLines({ text: content.text, width: columns[i]!.width }) : 1,
  );
  return rowHeight + 15 * (Math.max(...lines) - 1);
}

/** Text is written as text whatever it begins with: a formula would need an object, and none is ever built from names. */
export function writeContent(cell: Cell, content: CellContent): void {
  Object.assign(cell, { font: fonts.body, border: boxed, alignment: alignmentOf(content) });
  if (content.kind === 'value') Object.assign(cell, { value: publishedNumber(content.decimal), numFmt: formats.value });
  else if (content.kind === 'signed')
    Object.assign(cell, { value: publishedNumber(content.decimal), numFmt: formats.signed });
  else if (content.kind === 'places') Object.assign(cell, { value: content.places, numFmt: formats.places });
  else if (content.kind === 'rank')
    Object.assign(cell, { value: content.rank, numFmt: followedBy(answeredText(content.answered)) });
  else cell.value = content.kind === 'code' ? content.code + answeredText(content.answered) : content.text;
}

/** Shown, and no part of the value: a rank is sorted and computed with. */
const followedBy = (text: string) => (text === '' ? formats.whole : `${formats.whole}"${text}"`);

function alignmentOf({ kind }: CellContent): Cell['alignment'] {
  const horizontal = kind === 'text' ? 'left' : kind === 'value' || kind === 'signed' ? 'right' : 'center';
  return {
    horizontal,
    vertical: 'middle',
    wrapText: kind === 'text',
    indent: horizontal === 'center' ? 0 : 1,
  } as Cell['alignment'];
}

function writeAverages(sheet: Worksheet, scoreboard: Scoreboard, columns: ScoreColumn[]): void {
  const row = headerRow + 1 + scoreboard.units.length;
  const contents = columns.map(({ average }) => average);
  for (const [index, content] of contents.entries()) {
    const cell = sheet.getCell(row, index + 1);
    writeContent(cell, content);
    cell.font = fonts.strong;
  }
  sheet.getRow(row).height = heightOf(contents, columns) + 3;
}
