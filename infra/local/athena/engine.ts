import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Table } from '../../../shared/lake/tables.ts';
import { allowedFunctions } from '../../../shared/scoring/sql/allowed-functions.ts';
import { openLakeViews } from './lake-views.ts';
import { readScans } from './plan.ts';

export type AnswerRow = (string | null)[];

export interface QueryAnswer {
  columns: { name: string; type: string }[];
  rows: AnswerRow[];
  scannedBytes: number;
}

export interface RunningQuery {
  answer: Promise<QueryAnswer>;
  interrupt(): void;
}

export interface QueryEngine {
  /** Throws the parser's message; Athena refuses such a text before it queues it. */
  parse(sql: string): Promise<number>;
  start(sql: string, database: string): Promise<RunningQuery>;
  close(): Promise<void>;
}

interface EngineOptions {
  database: string;
  tables: Table[];
  bucketPath: string;
}

/** Athena's dialect on DuckDB: Trino's integer division, Trino's meaning of the allowed functions, tables of the lake. */
export async function openEngine({ database, tables, bucketPath }: EngineOptions): Promise<QueryEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const admin = await instance.connect();
  // 7 / 2 is 3 in Trino.
  await admin.run('SET GLOBAL integer_division = true');
  await admin.run(`CREATE SCHEMA "${database}"`);
  const views = await openLakeViews({ connection: admin, database, tables, bucketPath });

  async function answer(connection: DuckDBConnection, sql: string): Promise<QueryAnswer> {
    const scannedBytes = await countScannedBytes(connection, sql);
    const result = await connection.runAndReadAll(sql);
    const types = result.columnTypes().map((type) => athenaType(String(type)));
    return {
      columns: result.columnNames().map((name, index) => ({ name, type: types[index]! })),
      rows: result.getRows().map((row) => row.map((value, index) => athenaText(value, types[index]!))),
      scannedBytes,
    };
  }

  async function countScannedBytes(connection: DuckDBConnection, sql: string): Promise<number> {
    const scans = await readScans(connection, sql);
    if (scans.includes(null)) throw new Error(unpinnedScan);
    // The plan names no table; one that stands in the text is taken for read.
    const read = tables.filter(({ table }) => new RegExp(`\\b${table}\\b`, 'i').test(sql));
    const sizes = [...new Set(scans)].flatMap((runId) => read.map(({ table }) => views.partitionBytes(table, runId!)));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  }

  return {
    parse: async (sql) => (await admin.extractStatements(sql)).count,
    start: async (sql, queryDatabase) => {
      await views.refresh();
      const connection = await instance.connect();
      const run = async () => {
        try {
          await connection.run(`USE "${queryDatabase.replaceAll('"', '""')}"`);
          await addMacros(connection);
          return await answer(connection, sql);
        } finally {
          connection.closeSync();
        }
      };
      return { answer: run(), interrupt: () => connection.interrupt() };
    },
    close: async () => {
      admin.closeSync();
      instance.closeSync();
      await views.close();
    },
  };
}

const unpinnedScan =
  'CONSTRAINT_VIOLATION: For the injected projected partition column run_id, the WHERE clause must contain only static ' +
  'equality conditions, and at least one such condition must be present.';

/** Temporary, so that they shadow the engine's own functions whatever database a query names. */
async function addMacros(connection: DuckDBConnection): Promise<void> {
  for (const { name, localMacro } of allowedFunctions) {
    if (localMacro) await connection.run(`CREATE OR REPLACE TEMP MACRO ${name}${localMacro}`);
  }
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
