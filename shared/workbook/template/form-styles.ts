import type { Border, Fill, Font, Style } from 'exceljs';

export { wrappedHeight } from './text-height.ts';

const line = (style: Border['style'], argb: string): Partial<Border> => ({ style, color: { argb } });
const box = (edge: Partial<Border>) => ({ top: edge, left: edge, bottom: edge, right: edge });
export const thin = box(line('thin', 'FF8593A1'));

export const font = (extra: Partial<Font> = {}): Partial<Font> => ({ name: 'Times New Roman', size: 12, ...extra });

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const styles = {
  title: { font: font({ size: 14, bold: true }) },
  line: { font: font() },
  notice: { font: font({ bold: true }) },
  heading: { font: font({ size: 13, bold: true }) },
  paragraph: { font: font(), alignment: { wrapText: true, vertical: 'top' } },
  header: {
    font: font({ bold: true }),
    fill: solid('FFE8F1FB'),
    border: thin,
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  },
  code: {
    font: font({ size: 8, color: { argb: 'FF4F5B66' } }),
    border: thin,
    alignment: { horizontal: 'center', vertical: 'middle' },
  },
  text: {
    font: font(),
    border: thin,
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
  },
  figure: { font: font(), border: thin, alignment: { horizontal: 'right', vertical: 'middle', indent: 1 } },
  // Inputs are told by a heavy frame, not by a fill: fill is kept for what is wrong, and frames survive a black-and-white printer.
  openText: {
    font: font(),
    border: box(line('medium', 'FF1F4E79')),
    alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
    protection: { locked: false },
  },
  openFigure: {
    font: font(),
    border: box(line('medium', 'FF1F4E79')),
    alignment: { horizontal: 'right', vertical: 'middle', indent: 1 },
    protection: { locked: false },
  },
} as const satisfies Record<string, Partial<Style>>;

/** What marks a wrong cell in an answer. */
export const wrongFill = solid('FFF8CBAD');
