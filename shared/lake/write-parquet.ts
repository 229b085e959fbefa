import { parquetMetadata, parquetReadObjects, type SchemaElement } from 'hyparquet';
import { parquetWriteBuffer, schemaFromColumnData } from 'hyparquet-writer';
import { Fault } from '../observability/fault.ts';
import type { Column, Table } from './tables.ts';

export type CellOfTable = string | bigint | boolean | null;
export type TableRow = Record<string, CellOfTable>;

const parquetTypes = { varchar: 'STRING', bigint: 'INT64', boolean: 'BOOLEAN' } as const;

/** One Parquet file; equal rows in equal order give equal bytes. A row that does not fit the table is our fault. */
export function writeTable(table: Table, rows: TableRow[]): Uint8Array {
  for (const [index, row] of rows.entries()) refuseMisfit(table, row, index);
  const columnData = table.columns.map((column) => ({
    name: column.name,
    ...(column.decimals === undefined ? { type: parquetTypes[column.type], nullable: column.nullable ?? false } : {}),
    data: rows.map((row) => row[column.name]!),
  }));
  const schema = schemaFromColumnData({ columnData, schemaOverrides: decimalColumns(table) });
  return new Uint8Array(
    parquetWriteBuffer({ columnData: columnData.map(({ name, data }) => ({ name, data })), schema }),
  );
}

/** Most digits that 64 bits hold whatever they are. */
const decimalDigits = 18;

const decimalColumns = ({ columns }: Table): Record<string, SchemaElement> =>
  Object.fromEntries(
    columns.flatMap(({ name, decimals: scale, nullable }): [string, SchemaElement][] =>
      scale === undefined
        ? []
        : [[name, { ...decimalType, name, scale, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' }]],
    ),
  );

const decimalType = { type: 'INT64', converted_type: 'DECIMAL', precision: decimalDigits } as const;

/** Rows of a file, as its own foot says. */
export const countRows = (bytes: Uint8Array): number => Number(parquetMetadata(bufferOf(bytes)).num_rows);

const bufferOf = (bytes: Uint8Array) =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** Reverses {@link writeTable}; the file must have exactly the table's columns. */
export async function readTable(table: Table, bytes: Uint8Array): Promise<TableRow[]> {
  const rows = (await parquetReadObjects({ file: bufferOf(bytes) })) as TableRow[];
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
