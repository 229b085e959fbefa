import { describe, expect, it } from 'vitest';
import { isSourceOrNull, namedReceipts, sourceIn } from '../../../../shared/submission/declared/figure-source.ts';
import { parseDeclaredJson } from '../../../../shared/submission/declared/parse-declared-json.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const cell = { receipt: 1, sheet: 'Số liệu', cell: 'H8' };

describe('the place that a figure names as its own', () => {
  it('is a cell of a form or a row of a table, and says which fields were not sent', () => {
    expect(sourceIn({ from: cell })).toEqual({ ...cell, row: null, lacks: ['evidence', 'note'] });
    const row = { from: { receipt: '2', row: '7' }, note: null };
    expect(sourceIn(row)).toEqual({ receipt: 2, sheet: null, cell: null, row: 7, lacks: ['evidence'] });
    expect(sourceIn({})).toBeUndefined();
  });

  it.each([undefined, null, cell])('may be %j', (from) => expect(isSourceOrNull(from)).toBe(true));

  it.each([1, 'H8', [], {}, { ...cell, cell: 'h8' }, { receipt: 0, row: 1 }, { receipt: 1.5, row: 1 }, { receipt: 1 }])(
    'may not be %j',
    (from) => {
      expect(isSourceOrNull(from)).toBe(false);
      const { findings } = parseDeclaredJson(bytes([{ indicator: 'a', value: '1', from }]));
      expect(findings).toMatchObject([{ rule: 'FIGURE_SOURCE', row: 1, field: 'from' }]);
    },
  );

  it('names receipts, each once and no more than a correction could be made from', () => {
    expect(namedReceipts(bytes([{ from: cell }, { from: cell }, { from: { receipt: 3, row: 1 } }, {}, null]))).toEqual([
      1, 3,
    ]);
    expect(namedReceipts(bytes({}))).toEqual([]);
    expect(namedReceipts(new TextEncoder().encode('no JSON'))).toEqual([]);
    const many = Array.from({ length: 50 }, (_, at) => ({ from: { receipt: at + 1, row: 1 } }));
    expect(namedReceipts(bytes(many))).toHaveLength(20);
  });
});
