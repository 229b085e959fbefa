import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../../../shared/submission/cell-book.ts';
import { parseCellReference, parseRange, placeAt, placeKey } from '../../../../shared/workbook/guard/cell-reference.ts';

const place = fc.record({ column: fc.integer({ min: 1, max: 16_384 }), row: fc.integer({ min: 1, max: 1_048_576 }) });

describe('parseCellReference', () => {
  it('reads back every address of a sheet, because one column off is another indicator', () => {
    fc.assert(
      fc.property(place, ({ column, row }) => {
        expect(parseCellReference(cellAddress(column, row))).toEqual({ column, row });
        expect(placeAt(placeKey({ column, row }))).toEqual({ column, row });
      }),
    );
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'a1', '$A$1', 'A01', 'AAAA1', 'A1 '])(
    'refuses %j, because the library behind would read it as some other place',
    (text) => {
      expect(parseCellReference(text)).toBeNull();
    },
  );
});

describe('parseRange', () => {
  it('takes one cell as a range of itself, because some programs write a merge of one', () => {
    expect(parseRange('B2')).toEqual({ from: { column: 2, row: 2 }, to: { column: 2, row: 2 } });
  });

  it.each(['C3:B2', 'A1:', 'A1:B2:C3', 'A:B'])('refuses %j, because its size could not be counted', (text) => {
    expect(parseRange(text)).toBeNull();
  });
});
