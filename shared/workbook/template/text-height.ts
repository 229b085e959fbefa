import { textWidth } from './text-width.ts';

export interface WrappedText {
  text: string;
  /** Of its column, in characters. */
  width: number;
  /** In points; absent: 12. */
  size?: number;
  bold?: boolean;
  /** Absent: 1, as in our tables. */
  indent?: number;
  /** In the same cell, in another size. */
  below?: WrappedText;
}

const pixelsPerPoint = 96 / 72;
/** Margins of a cell, and one step of indent, in pixels. */
const margins = 8;
const indentWidth = 9;
/** Programs round letters to pixels, each in its own way, and once more when they print. */
const reserve = 1.04;
/** Bold letters are wider. */
const boldness = 1.07;

/** Width of a column in pixels, as Excel computes it for the workbook's default font. */
export const columnPixels = (characters: number): number => Math.trunc(characters * 7 + 5);

/** Of a column, in characters, that holds a text on one line. */
export const widthOf = ({ text, size = 12, indent = 1 }: Omit<WrappedText, 'width'>): number =>
  Math.ceil((textWidth(text) * size * pixelsPerPoint * reserve) / 1000 + margins + indent * indentWidth - 5) / 7;

/** Lines that a text takes when it is wrapped between words; a word longer than the line is cut where the line ends. */
export function countLines({ text, width, size = 12, bold = false, indent = 1 }: WrappedText): number {
  const scale = (size * pixelsPerPoint * reserve * (bold ? boldness : 1)) / 1000;
  const room = Math.max(1, columnPixels(width) - margins - indent * indentWidth) / scale;
  return text.split('\n').reduce((lines, paragraph) => lines + countParagraph(paragraph, room), 0);
}

const blank = textWidth(' ');

function countParagraph(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const width = textWidth(word);
    const joined = used === 0 ? width : used + blank + width;
    if (joined <= room) used = joined;
    else {
      const whole = Math.max(0, Math.ceil(width / room) - 1);
      lines += whole + (used === 0 ? 0 : 1);
      used = width - whole * room;
    }
  }
  return lines;
}

/** No spreadsheet program has higher rows; more text than that is scrolled or printed elsewhere. */
export const highestRow = 409;
/** Of a line, as a multiple of its size: Excel gives Times New Roman more than other programs do. */
const lineHeights = 1.3;

/** Height in points of a row of wrapped texts; applications guess differently, so we set it. */
export function wrappedHeight(cells: readonly WrappedText[]): number {
  return Math.min(Math.ceil(Math.max(16, ...cells.map(textHeight))) + 4, highestRow);
}

const textHeight = (cell: WrappedText): number =>
  countLines(cell) * (cell.size ?? 12) * lineHeights + (cell.below ? textHeight(cell.below) : 0);
