import type { Border, Borders, Fill, Font } from 'exceljs';

/** Decree 30/2020/NĐ-CP: Times New Roman, black, readable on a black-and-white printer. */
const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({ name: 'Times New Roman', size, ...more });

export const fonts = {
  title: font(14, { bold: true }),
  subtitle: font(12),
  note: font(11),
  header: font(11, { bold: true }),
  body: font(12),
  strong: font(12, { bold: true }),
  digest: font(10),
  illustrative: font(12, { bold: true, color: { argb: 'FF5B21A6' } }),
};

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const fills = { header: solid('FFE8F1FB'), illustrative: solid('FFF3E8FD') };

const line: Partial<Border> = { style: 'thin', color: { argb: 'FF8593A1' } };

export const boxed: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

/** The language prefix makes LibreOffice print a comma on any machine; Excel follows the reader's region. */
export const formats = {
  value: '[$-42A]0.0000',
  signed: '[$-42A]+0.0000;[$-42A]"\u2212"0.0000;[$-42A]0.0000',
  tenths: '[$-42A]0.0',
  whole: '0',
  count: '[$-42A]#,##0',
  places: '"▲ "0;"▼ "0;"–"',
};

export const dataBarColour = 'FFA6CBE6';
