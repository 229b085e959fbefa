import type { Workbook, Worksheet } from 'exceljs';
import { styles } from './form-styles.ts';
import { breakBefore, type PageBlock, pageRoom } from './page-breaks.ts';
import { printSetup } from './print-setup.ts';
import { wrappedHeight } from './text-height.ts';

export interface GuideLine {
  text: string;
  style: (typeof styles)[keyof typeof styles];
}

export const heading = (text: string): GuideLine => ({ text, style: styles.heading });
export const paragraph = (text: string): GuideLine => ({ text, style: styles.paragraph });
export const numbered = (items: string[]): GuideLine[] =>
  items.map((item, index) => paragraph(`${index + 1}. ${item}`));

/** As wide as A4 upright. */
const width = 92;

/** A sheet of text, one line a row. */
export function addLinesSheet(book: Workbook, name: string, lines: GuideLine[]): void {
  const sheet = book.addWorksheet(name, {
    views: [{ showGridLines: false, activeCell: 'A1' }],
    pageSetup: printSetup('portrait'),
    headerFooter: { oddHeader: '&C&"Times New Roman,Regular"&13&P' },
  });
  sheet.getColumn(1).width = width;
  lines.forEach(({ text, style }, index) => {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = text;
    cell.style = style;
    sheet.getRow(index + 1).height = heightOf({ text, style });
  });
  breakPages(sheet, lines);
}

const isHeading = ({ style }: GuideLine) => style === styles.heading;

const heightOf = ({ text, style }: GuideLine): number => {
  const { size = 12, bold = false } = style.font;
  return wrappedHeight([{ text, width, size, bold, indent: 0 }]) + (style === styles.heading ? 10 : 0);
};

/** A heading goes to the page of the first line below it. */
function breakPages(sheet: Worksheet, lines: GuideLine[]): void {
  const page = pageRoom('portrait', [width]);
  const blocks: PageBlock[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && isHeading(before)) blocks.at(-1)!.height += heightOf(line);
    else blocks.push({ first: index + 1, height: heightOf(line) });
  });
  for (const row of breakBefore(blocks, { first: page, next: page })) sheet.getRow(row - 1).addPageBreak();
}
