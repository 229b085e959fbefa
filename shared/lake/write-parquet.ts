import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Fault } from '../observability/fault.ts';
import type { Column, Table } from './tables.ts';

export type CellOfTable = string | bigint | boolean | null;
export type TableRow = Record<string, CellOfTable>;

const parquetTypes = { varchar: 'STRING', bigint: 'INT64', boolean: 'BOOLEAN' } as const;

/** One Parquet file; equal rows in equal order give equal bytes. A row that does not fit the table is our fault. */
export function writeTable(table: Table, rows: TableRow[]): Uint8Array {
  for (const [index, row] of rows.entries()) refuseMisfit(table, row, index);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: table.columns.map((column) => ({
        name: column.name,
        type: parquetTypes[column.type],
        nullable: column.nullable ?? false,
        data: rows.map((row) => row[column.name]!),
      })),
    }),
  );
}

/** Reverses {@link writeTable}; the file must have exactly the table's columns. */
export async function readTable(table: Table, bytes: Uint8Array): Promise<TableRow[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = (await parquetReadObjects({ file })) as TableRow[];
  for (const [index, row] of rows.entries()) refuseMisfit(table, row, index);
  return rows;
}

function refuseMisfit(table: Table, row: TableRow, index: number): void {
  const names = new Set(table.columns.map(({ name }) => name));
  const extra = Object.keys(row).filter((name) => !names.has(name));
  const wrong = table.columns.filter((column) => !fits(column, row[column.name])).map(({ name }) => name);
  if (extra.length + wrong.length === 0) return;
  const found = [...wrong, ...extra].map((name) => `${name} = ${String(row[name])}`).join(', ');
  throw new Fault('ROW_MISFIT', `row ${index} of ${table.table} does not fit its columns: ${found}`);
}

function fits(column: Column, value: CellOfTable | undefined): boolean {
  if (value === null) return column.nullable ?? false;
  if (column.type === 'bigint') return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
  return typeof value === (column.type === 'varchar' ? 'string' : 'boolean');
}
