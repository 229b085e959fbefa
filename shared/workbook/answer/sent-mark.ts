import { cellAddress } from '../../submission/cell-book.ts';
import type { Place } from '../../submission/finding.ts';
import type { Mark } from '../../submission/marks/mark.ts';
import type { Area } from '../../submission/rows/merged-cells.ts';
import type { SentCell } from './sent-cell.ts';

/** A mark before it is known to which findings it belongs. */
export interface SentMark {
  about: string;
  /** Places of the uploaded workbook that it stands for, keys of rows that were not there, ids of marks before it. */
  sources: ReadonlySet<string>;
  /** For what was not read at all. */
  isUnread: boolean;
}

export const isSentMark = (cell: SentCell | SentMark): cell is SentMark => 'about' in cell;

export const sourceOf = ({ sheet, cell }: Place): string => `${sheet}!${cell}`;

export const sourceOfMark = ({ id }: Mark): string => `mark ${id}`;

export function sourcesOfArea(sheet: string, area: Area): string[] {
  const sources: string[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) sources.push(`${sheet}!${cellAddress(column, row)}`);
  return sources;
}

const unread = (about: string): SentMark => ({ about, sources: new Set(), isUnread: true });

export const unreadRow = unread('Chưa nhận được dòng này của tệp đã gửi.');
export const unreadColumn = unread('Chưa đọc được cột này của tệp đã gửi.');
