import type { Workbook, Worksheet } from 'exceljs';
import { formatDate } from '../../format/format-date.ts';
import { countsVi, frameworkVi, noticesVi, releaseVi } from '../../release/scoreboard-words.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { columnName } from '../column-name.ts';
import { highestRow } from '../template/text-height.ts';
import { textWidth } from '../template/text-width.ts';
import { fills, fonts } from './report-style.ts';

export interface ReportSheet {
  name: string;
  title: string;
  /** In characters of the default font: 1.85 mm each in Excel, more where Calibri is missing. */
  widths: number[];
  orientation: 'landscape' | 'portrait';
  /** All of it on one page, drawn smaller by so much as it takes. */
  onePage?: boolean;
  /** Columns on the left that name a row: they repeat where a wide table goes over pages side by side. */
  naming?: number;
  /** Explains codes and columns; shown above the table, empty for none. */
  note: string;
}

/** Every sheet has its table, or its text, from this row on, so that formulas of others can rely on it. */
export const headerRow = 6;

/** Characters that fit in the printed width of A4 within the margins of Decree 30. */
export const pageCharacters = { landscape: 134, portrait: 87 };

/** Drawn smaller than this, letters are too small on paper. */
export const mostShrunk = 1.25;

/** A table that would be drawn smaller than this goes over pages side by side: nobody could read it. */
const leastDrawn = 0.62;

/** Landscape pages side by side that a table takes, each of them with the columns that repeat. */
export const pagesAcross = (width: number, repeated: number): number =>
  Math.max(1, Math.ceil((width - repeated) / (pageCharacters.landscape * mostShrunk - repeated)));

/** Title block, page setup and footer are the same on every sheet: a page taken out of the pile still says what it is. */
export function addReportSheet(workbook: Workbook, scoreboard: Scoreboard, spec: ReportSheet): Worksheet {
  const sheet = workbook.addWorksheet(spec.name, { views: [{ state: 'normal', zoomScale: 100, activeCell: 'A1' }] });
  sheet.columns = spec.widths.map((width) => ({ width }));
  setUpPage(sheet, scoreboard, spec);
  writeTitleBlock(sheet, scoreboard, { ...spec, widths: spec.widths.slice(0, columnsOfFirstPage(spec)) });
  return sheet;
}

function pagesOf({ widths, orientation, naming = 0 }: ReportSheet): number {
  const drawn = pageCharacters[orientation] / sum(widths);
  return naming > 0 && drawn < leastDrawn ? pagesAcross(sum(widths), sum(widths.slice(0, naming))) : 1;
}

/** Those that are on it for sure: what is written over others is cut where the page ends. */
function columnsOfFirstPage(spec: ReportSheet): number {
  const { widths, naming = 0 } = spec;
  return naming + Math.floor((widths.length - naming) / pagesOf(spec));
}

const inches = (millimetres: number) => millimetres / 25.4;

/** Decree 30/2020/NĐ-CP, Annex I. */
export const paperMargins = {
  ...{ left: inches(30), right: inches(15), top: inches(20), bottom: inches(20) },
  ...{ header: inches(10), footer: inches(8) },
};

const typeface = '&"Times New Roman,Regular"';
const footerSize = 9;
/** Between the margins of an upright page. */
const pageMillimetres = 165;

/** More than this and Excel wants to repair the file. */
const longestFooter = 255;

/** Of what stands in one line of a footer, in thousandths of its letters: 165 mm, and a gap between left and right. */
const widestFooter = ((pageMillimetres / 25.4) * 72 * 1000) / footerSize - 2000;

/** On every page: which release of whom, until when; the hash of the inputs, for a file cannot carry its own. */
export function footerOf(scoreboard: Scoreboard): string {
  const font = `${typeface}&${footerSize}`;
  const hash = `Đầu vào ${scoreboard.inputs_sha256.slice(0, 12)}`;
  const until = `số liệu đến ngày ${formatDate(scoreboard.closing_date)}`;
  const left = `Đợt công bố ${releaseVi(scoreboard)}`;
  // A long name has the line to itself: left and right would be printed over each other.
  const isWide = textWidth(`${left} · ${until}${hash}`) > widestFooter;
  const whole = `&L${font}${left}${isWide ? '\n' : ' · '}${until}&R${font}${hash}`;
  return whole.length <= longestFooter ? whole : `&L${font}${left}&R${font}${hash}`;
}

/** On every page but a cover: its number, and whether its figures are made up. */
export const headerOf = ({ framework }: Scoreboard): string =>
  `&C${typeface}&13&P${framework.illustrative ? '\n&"Times New Roman,Bold"&9SỐ LIỆU MINH HỌA' : ''}`;

function setUpPage(sheet: Worksheet, scoreboard: Scoreboard, spec: ReportSheet): void {
  const { orientation, onePage = false, naming = 0 } = spec;
  const pages = pagesOf(spec);
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation,
    fitToPage: true,
    fitToWidth: pages,
    fitToHeight: onePage ? 1 : 0,
    ...(pages > 1 ? { printTitlesColumn: `A:${columnName(naming)}` } : {}),
    horizontalCentered: true,
    margins: paperMargins,
  });
  sheet.headerFooter.oddHeader = headerOf(scoreboard);
  sheet.headerFooter.oddFooter = footerOf(scoreboard);
}

function writeTitleBlock(sheet: Worksheet, scoreboard: Scoreboard, spec: ReportSheet): void {
  const notices = noticesVi(scoreboard).join('\n');
  writeHeading(sheet, 1, spec.title, { spec, font: fonts.title, line: 19, characters: 0.78 });
  const counts = `${scoreboard.group_name_vi}: ${countsVi(scoreboard)}`;
  writeHeading(sheet, 2, counts, { spec, font: fonts.subtitle, line: 16, characters: 0.95 });
  const until = `số liệu đến ngày ${formatDate(scoreboard.closing_date)}`;
  writeParagraph(sheet, 3, `Đợt công bố ${releaseVi(scoreboard)}, ${until}. ${frameworkVi(scoreboard)}.`, spec);
  writeParagraph(sheet, 4, notices, spec);
  writeParagraph(sheet, 5, spec.note, spec);
  if (scoreboard.framework.illustrative) {
    Object.assign(sheet.getCell(4, 1), { font: fonts.illustrative, fill: fills.illustrative });
  }
}

function writeLine(sheet: Worksheet, row: number, text: string, font: object, height: number): void {
  Object.assign(sheet.getCell(row, 1), { value: text, font });
  sheet.getRow(row).height = height;
}

interface Heading {
  spec: ReportSheet;
  font: object;
  /** Height of a line, in points. */
  line: number;
  /** Of this font in the width of one that columns are measured in. */
  characters: number;
}

/** A long name is wrapped like a paragraph: nothing may be cut at the right edge of the paper. */
function writeHeading(sheet: Worksheet, row: number, text: string, { spec, font, line, characters }: Heading): void {
  sheet.mergeCells(row, 1, row, spec.widths.length);
  writeLine(sheet, row, text, font, 2 + line * countLines(text, sum(spec.widths) * characters));
  sheet.getCell(row, 1).alignment = { wrapText: true, vertical: 'middle' };
}

/** Wraps over the whole width; the height is ours because applications guess it differently for merged cells. */
function writeParagraph(sheet: Worksheet, row: number, text: string, { widths }: ReportSheet): void {
  sheet.mergeCells(row, 1, row, widths.length);
  const height = text === '' ? 5 : 4 + 15 * countLines(text, sum(widths));
  writeLine(sheet, row, text, fonts.note, Math.min(height, highestRow));
  sheet.getCell(row, 1).alignment = { wrapText: true, vertical: 'middle' };
}

/**
 * Lines of a text broken at spaces, as applications break it. Times New Roman 12 sets about one letter in the width of
 * one default character; the rest is margin, because a line too many is white and a line too few is cut.
 */
export function countLines(text: string, characters: number): number {
  return sum(text.split('\n').map((paragraph) => countWrapped(paragraph, characters)));
}

function countWrapped(text: string, characters: number): number {
  let lines = 1;
  let used = 0;
  for (const { length } of text.split(' ')) {
    const needed = used === 0 ? length : used + 1 + length;
    if (needed <= characters || used === 0) used = needed;
    else [lines, used] = [lines + 1, length];
  }
  return lines;
}

export const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
