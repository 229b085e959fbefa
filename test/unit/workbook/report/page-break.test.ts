import { describe, expect, it } from 'vitest';
import { placeLastBreak } from '../../../../shared/workbook/report/page-break.ts';

const room = { firstPage: 200, nextPages: 300, leastRows: 5 };
const rows = (count: number) => Array.from({ length: count }, () => 10);

describe('placeLastBreak', () => {
  it('leaves a table alone that fits on one page', () => {
    expect(placeLastBreak(rows(20), room)).toBeNull();
  });

  it('breaks earlier when one row alone would stand on the last page', () => {
    expect(placeLastBreak(rows(21), room)).toBe(16);
    expect(placeLastBreak(rows(51), room)).toBe(46);
  });

  it('leaves the natural break when the last page is full enough', () => {
    expect(placeLastBreak(rows(25), room)).toBeNull();
  });
});
