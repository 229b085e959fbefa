import { describe, expect, it } from 'vitest';
import { placeBreaks } from '../../../../shared/workbook/report/page-break.ts';

const room = { firstPage: 200, nextPages: 300, leastRows: 5 };
const rows = (count: number) => Array.from({ length: count }, () => 10);

describe('placeBreaks', () => {
  it('leaves a table alone that fits on one page', () => {
    expect(placeBreaks(rows(20), room)).toEqual([]);
  });

  it('breaks where a page is full, the first one earlier for its title block', () => {
    expect(placeBreaks(rows(25), room)).toEqual([20]);
    expect(placeBreaks(rows(75), room)).toEqual([20, 50]);
  });

  it('breaks earlier when one row alone would stand on the last page', () => {
    expect(placeBreaks(rows(21), room)).toEqual([16]);
    expect(placeBreaks(rows(51), room)).toEqual([20, 46]);
  });

  it('counts a row that wraps at its own height', () => {
    expect(placeBreaks([...rows(10), 60, ...rows(10)], room)).toEqual([15]);
  });
});
