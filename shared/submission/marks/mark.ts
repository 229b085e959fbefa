import type { CellValue } from '../cell-book.ts';
import { cellText } from '../values/cell-text.ts';

/**
 * What stands in a cell of an answer in place of a value that was sent and is not clear: `[CẦN NHẬP LẠI 3] Đã gửi: #REF!`.
 * The reader refuses it wherever it stands, so that an answer sent back untouched is never taken for figures.
 */
export interface Mark {
  /** `3`, `3.2`: of the finding in the list of the answer; null: it belongs to none. */
  id: string | null;
  /** What stood there, or what became of it. */
  about: string;
}

export const writeMark = ({ id, about }: Mark): string => `[CẦN NHẬP LẠI${id === null ? '' : ` ${id}`}] ${about}`;

/** The opening is enough: whoever wrote a word behind it has not put a value in its place. */
const pattern = /^\[\s*CẦN NHẬP LẠI\s*(\d+(?:\.\d+)?)?\s*\]\s*(.*)$/isu;

export function parseMark(text: string): Mark | null {
  if (!text.startsWith('[')) return null;
  const found = pattern.exec(text);
  return found && { id: found[1] ?? null, about: found[2]! };
}

export const isMark = (cell: CellValue | undefined): boolean => parseMark(cellText(cell)) !== null;
