import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Column, Table } from '../../shared/lake/tables.ts';
import { frozenTables } from '../../shared/lake/tables.ts';
import type { TableRow } from '../../shared/lake/write-parquet.ts';
import { outputTables } from '../../shared/scoring/sql/output-tables.ts';

/** A folder with one CSV per input table and `expect.csv`. An empty cell is NULL. */
export interface SqlFixture {
  inputs: { table: Table; rows: TableRow[] }[];
  expected: { columns: string[]; rows: (string | null)[][] };
}

export const everyTable: Table[] = [...frozenTables, ...outputTables];

export async function readSqlFixture(folder: string): Promise<SqlFixture> {
  const files = (await readdir(folder)).filter((file) => file !== 'expect.csv');
  const [columns = [], ...rows] = await readCsv(join(folder, 'expect.csv'));
  return {
    inputs: await Promise.all(files.map((file) => readInput(folder, file))),
    expected: { columns, rows: rows.map((row) => row.map(nullIfEmpty)) },
  };
}

async function readInput(folder: string, file: string) {
  const name = basename(file, '.csv');
  const table = everyTable.find((candidate) => candidate.table === name);
  if (!table) throw new Error(`${folder}/${file} names no table`);
  const [header = [], ...rows] = await readCsv(join(folder, file));
  return {
    table,
    rows: rows.map((row) => Object.fromEntries(header.map((name, n) => [name, typed(table, name, row[n]!)]))),
  };
}

const readCsv = async (path: string): Promise<string[][]> => parse(await readFile(path));

const nullIfEmpty = (text: string) => (text === '' ? null : text);

function typed(table: Table, name: string, text: string): TableRow[string] {
  const type: Column['type'] | undefined = table.columns.find((column) => column.name === name)?.type;
  if (text === '') return null;
  if (type === 'bigint') return BigInt(text);
  return type === 'boolean' ? text === 'true' : text;
}
