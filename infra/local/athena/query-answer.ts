import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

export type AnswerRow = (string | null)[];

export interface QueryAnswer {
  columns: { name: string; type: string }[];
  rows: AnswerRow[];
}

/** Runs a statement and renders names, types and values as Athena does: every value is text. */
export async function readAnswer(connection: DuckDBConnection, sql: string): Promise<QueryAnswer> {
  const result = await connection.runAndReadAll(sql);
  const types = result.columnTypes().map((type) => athenaType(String(type)));
  return {
    columns: result.columnNames().map((name, index) => ({ name, type: types[index]! })),
    rows: result.getRows().map((row) => row.map((value, index) => athenaText(value, types[index]!))),
  };
}

const typeNames: Record<string, string> = {
  VARCHAR: 'varchar',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  // A sum of bigints, which Trino keeps in a bigint.
  HUGEINT: 'bigint',
};

function athenaType(type: string): string {
  const name = typeNames[type];
  if (!name) throw new Error(`NOT_SUPPORTED: the local engine does not render ${type}`);
  return name;
}

function athenaText(value: DuckDBValue, type: string): string | null {
  if (value === null) return null;
  if (type === 'bigint' && BigInt.asIntN(64, value as bigint) !== value) {
    throw new Error(`NUMERIC_VALUE_OUT_OF_RANGE: bigint overflow: ${value}`);
  }
  return String(value);
}
