import { hostileZips, notWorkbooks } from './hostile-archives.ts';
import { harmlessBooks, hostileBooks, hostileXml } from './hostile-contents.ts';
import type { HostileWorkbook } from './hostile-workbook.ts';

export const hostileWorkbooks: HostileWorkbook[] = [
  ...notWorkbooks,
  ...hostileZips,
  ...hostileXml,
  ...hostileBooks,
  ...harmlessBooks,
];
