import type { Workbook } from 'exceljs';
import { styles, wrappedHeight } from './form-styles.ts';
import { printSetup } from './print-setup.ts';

export interface GuideLine {
  text: string;
  style: (typeof styles)[keyof typeof styles];
}

export const heading = (text: string): GuideLine => ({ text, style: styles.heading });
export const paragraph = (text: string): GuideLine => ({ text, style: styles.paragraph });
export const numbered = (items: string[]): GuideLine[] =>
  items.map((item, index) => paragraph(`${index + 1}. ${item}`));

const width = 76;

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
    sheet.getRow(index + 1).height = wrappedHeight([{ text, width }]) + (style === styles.heading ? 10 : 3);
  });
}
