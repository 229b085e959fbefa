import { describe, expect, it } from 'vitest';
import { frozenTables, type Table } from '../../../shared/lake/tables.ts';
import { readTable, type TableRow, writeTable } from '../../../shared/lake/write-parquet.ts';

const table: Table = {
  table: 'figures',
  description: 'figures',
  grain: 'figure',
  columns: [
    { name: 'name', type: 'varchar', description: 'text' },
    { name: 'amount', type: 'bigint', description: 'number' },
    { name: 'active', type: 'boolean', description: 'flag' },
    { name: 'note', type: 'varchar', nullable: true, description: 'text or nothing' },
  ],
};
const row: TableRow = { name: 'Thừa Thiên – Huế', amount: 9_007_199_254_740_993n, active: true, note: null };
const rows: TableRow[] = [
  row,
  { name: '', amount: -(2n ** 63n), active: false, note: '' },
  { name: 'x', amount: 2n ** 63n - 1n, active: false, note: 'O\'Hà "…"\n' },
];

describe('writeTable', () => {
  it('round-trips text, whole 64 bits, flags and NULL apart from empty text', async () => {
    expect(await readTable(table, writeTable(table, rows))).toEqual(rows);
  });

  it('gives equal bytes for equal rows, because a manifest names the file by hash', () => {
    const copy = rows.map((original) => Object.fromEntries(Object.entries(original).reverse()));
    expect(writeTable(table, copy)).toEqual(writeTable(table, rows));
    expect(writeTable(table, rows.toReversed())).not.toEqual(writeTable(table, rows));
  });

  it('writes a table without rows that can be read again', async () => {
    for (const frozen of frozenTables) expect(await readTable(frozen, writeTable(frozen, []))).toEqual([]);
  });

  it('keeps every row when they pass one row group', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => ({ ...row, amount: BigInt(n) }));
    expect(await readTable(table, writeTable(table, many))).toEqual(many);
  });

  const without = ({ note, ...rest }: TableRow) => rest;
  it.each<[string, TableRow]>([
    ['a column is missing', without(row)],
    ['a column is unknown', { ...row, extra: 'x' }],
    ['a number leaves 64 bits', { ...row, amount: 2n ** 63n }],
    ['a number comes as a float', { ...row, amount: 1 as unknown as bigint }],
    ['a text comes as a number', { ...row, name: 1n }],
    ['NULL stands where it may not', { ...row, name: null }],
  ])('refuses a row in which %s', (_, wrong) => {
    expect(() => writeTable(table, [row, wrong])).toThrow(/ROW_MISFIT: row 1 of figures/);
  });

  it('refuses to read a file as another table', async () => {
    const other = { ...table, columns: table.columns.slice(1) };
    await expect(readTable(other, writeTable(table, rows))).rejects.toMatchObject({ code: 'ROW_MISFIT' });
  });
});
