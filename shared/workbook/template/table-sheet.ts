import type { Cell, Style, Worksheet } from 'exceljs';
import type { Framework } from '../../frameworks/framework.ts';
import { illustrativeVi } from '../../frameworks/framework-note.ts';
import { codeRow, headerRow } from '../../submission/form/form-spec.ts';
import { writableText } from '../writable-text.ts';
import { styles } from './form-styles.ts';

/** `&` starts a field in a header or footer; after a font size, a digit would be one more of it: `&934 tỉnh`. */
const plain = (text: string) => text.replaceAll('&', '&&').replace(/^(?=\d)/, ' ');

/** Page number, and what has to be said of a framework that was made up. */
export function pageHeader({ illustrative }: Framework): string {
  const notice = illustrative ? `\n&11${illustrativeVi.toLocaleUpperCase('vi')}` : '';
  return `&C&"Times New Roman,Regular"&13&P${notice}`;
}

export const pageFooter = (left: string, right: string): string =>
  `&L&"Times New Roman,Regular"&9${plain(left)}&R&"Times New Roman,Regular"&9${plain(right)}`;

/** Rows above the table, from the first. */
export function addTitles(sheet: Worksheet, titles: readonly (readonly [string, Partial<Style>])[]): void {
  titles.forEach(([text, style], index) => {
    setText(sheet.getCell(index + 1, 1), text, style);
    sheet.getRow(index + 1).height = index === 0 ? 22 : 18;
  });
}

/** Widths, labels, and below them the codes by which the table is read back. */
export function addCodedHeader<Code extends string>(
  sheet: Worksheet,
  columns: readonly { code: Code; width: number }[],
  labels: Record<Code, string>,
): void {
  columns.forEach(({ code, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    setText(sheet.getCell(headerRow, index + 1), labels[code], styles.header);
    setText(sheet.getCell(codeRow, index + 1), code, styles.code);
  });
  sheet.getRow(headerRow).height = 50;
  sheet.getRow(codeRow).height = 11;
}

export function setText(cell: Cell, text: string, style: Partial<Style>): void {
  if (text !== '') cell.value = writableText(text);
  cell.style = style;
}
