import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../functions/read-submissions/read-grid.ts';
import { readTyped, showFigure } from '../../../functions/serve-portal/client/parts/figure.ts';
import { correctedRows } from '../../../functions/serve-portal/client/screens/officer/corrected-rows.ts';
import type { GridRow } from '../../../shared/submission/grid/build-grid.ts';

const asked = { choices: null, unit_of_measure_vi: 'máy', decimals: 0 } as const;
const cell = (address: string) => ({ sheet: 'Số liệu', cell: address, row: null });
const nowhere = { sheet: null, cell: null, row: null };
const row = (indicator: string, read: Partial<GridRow>): GridRow =>
  ({
    indicator,
    input: 'value',
    ...asked,
    ...nowhere,
    raw: null,
    value: null,
    evidence: null,
    note: null,
    ...read,
  }) as GridRow;

const gridOf = (...rows: GridRow[]) => ({ receipt: 3, rows }) as unknown as Grid;
const from = (address: string) => ({ receipt: 3, sheet: 'Số liệu', cell: address });

describe('rows that are sent when a file is corrected on the screen', () => {
  it('are all that the file says, each with its cell; what was changed is sent as it is read', () => {
    const grid = gridOf(
      row('a', { ...cell('H8'), raw: '5', value: '5' }),
      row('b', { ...cell('H9'), raw: 'năm', value: null }),
      row('c', cell('H10')),
      row('d', {}),
    );
    const edits = { 'b/value': { value: '1.234', note: ' đã đếm lại ' }, 'd/value': { value: '7' } };
    expect(correctedRows(grid, edits)).toEqual({
      rows: [
        { indicator: 'a', input: 'value', value: '5', from: from('H8') },
        { indicator: 'b', input: 'value', value: '1234', note: 'đã đếm lại', from: from('H9') },
        { indicator: 'd', input: 'value', value: '7' },
      ],
      unread: [],
    });
  });

  it('are never blank for what could not be read: somebody has to say what it is', () => {
    const wrong = row('b', { ...cell('H9'), raw: 'năm', value: null });
    expect(correctedRows(gridOf(wrong), {}).unread).toEqual([wrong]);
    expect(correctedRows(gridOf(wrong), { 'b/value': { note: 'xem lại' } }).unread).toEqual([wrong]);
    expect(correctedRows(gridOf(wrong), { 'b/value': { value: 'sáu' } }).unread).toEqual([wrong]);
    const blanked = correctedRows(gridOf(wrong), { 'b/value': { value: '', note: 'rút số liệu' } });
    expect(blanked.rows).toMatchObject([{ value: null, note: 'rút số liệu' }]);
  });

  it('of JSON or CSV name its rows', () => {
    const grid = gridOf(row('a', { row: 4, raw: '5', value: '5' }));
    expect(correctedRows(grid, {}).rows[0]!.from).toEqual({ receipt: 3, row: 4 });
  });
});

describe('a figure on the screen', () => {
  const percent = { ...asked, unit_of_measure_vi: '%', decimals: 4 };

  it.each([
    ['45,6', { ...asked, decimals: 1 }, '45.6'],
    ['1.234.567', asked, '1234567'],
    ['45,6%', percent, '0.456'],
    ['', asked, null],
  ])('typed as %j is read by the code that reads cells', (typed, kind, value) => {
    expect(readTyped(kind, typed)).toEqual({ value });
  });

  it('that can be read in two ways is not guessed', () => {
    expect(readTyped({ ...asked, decimals: 3 }, '1,234')).toBeNull();
  });

  it.each([
    ['1234.5', asked, '1.234,5'],
    ['0.456', percent, '45,6%'],
    ['0.05', percent, '5%'],
    ['1', percent, '100%'],
    ['0', percent, '0%'],
    ['1', { ...asked, choices: [{ value: '1', label_vi: 'Có' }] }, 'Có'],
  ])('%j is shown as in a form', (value, kind, shown) => {
    expect(showFigure(kind, value)).toBe(shown);
  });
});
