import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Table } from '../../../shared/lake/tables.ts';
import { allowedFunctions } from '../../../shared/scoring/sql/allowed-functions.ts';
import { type LakeViews, openLakeViews } from './lake-views.ts';
import { readScans } from './plan.ts';
import { type QueryAnswer, readAnswer } from './query-answer.ts';

export type { AnswerRow } from './query-answer.ts';

export interface ScannedAnswer extends QueryAnswer {
  scannedBytes: number;
}

export interface RunningQuery {
  answer: Promise<ScannedAnswer>;
  interrupt(): void;
}

export interface QueryEngine {
  /** Number of statements; throws the parser's message. Athena refuses a text that does not parse before it queues it. */
  parse(sql: string): Promise<number>;
  start(sql: string, database: string): Promise<RunningQuery>;
  close(): Promise<void>;
}

interface EngineOptions {
  database: string;
  tables: Table[];
  bucketPath: string;
  emptyFolder: string;
}

/** Athena's dialect on DuckDB: Trino's integer division, Trino's meaning of the allowed functions, tables of the lake. */
export async function openEngine({ database, tables, ...folders }: EngineOptions): Promise<QueryEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const admin = await instance.connect();
  // 7 / 2 is 3 in Trino.
  await admin.run('SET GLOBAL integer_division = true');
  // It knows a file by size and the second of its last change: what is written again at once would be read by the old footer.
  await admin.run('SET GLOBAL enable_external_file_cache = false');
  await admin.run(`CREATE SCHEMA ${quoteName(database)}`);
  const views = await openLakeViews({ connection: admin, database, tables, ...folders });
  return {
    parse: async (sql) => (await admin.extractStatements(sql)).count,
    start: async (sql, queryDatabase) => {
      await views.refresh();
      const connection = await instance.connect();
      return interruptible(connection, answerQuery(connection, views, queryDatabase, sql));
    },
    close: async () => {
      admin.closeSync();
      instance.closeSync();
      await views.close();
    },
  };
}

/** One connection a query: it can be interrupted alone, and is closed with its answer. */
async function answerQuery(
  connection: DuckDBConnection,
  views: LakeViews,
  database: string,
  sql: string,
): Promise<ScannedAnswer> {
  try {
    await connection.run(`USE ${quoteName(database)}`);
    await addMacros(connection);
    const scans = await readScans(connection, sql);
    if (scans.includes(null)) throw new Error(unpinnedScan);
    const scannedBytes = await views.scannedBytes(sql, new Set(scans as string[]));
    return { ...(await readAnswer(connection, sql)), scannedBytes };
  } finally {
    connection.closeSync();
  }
}

/** Again and again until the query ends: the engine forgets an interrupt that falls between two of its statements. */
function interruptible(connection: DuckDBConnection, answer: Promise<ScannedAnswer>): RunningQuery {
  const interrupt = () => {
    const again = setInterval(() => connection.interrupt(), 5);
    const stop = () => clearInterval(again);
    answer.then(stop, stop);
  };
  return { answer, interrupt };
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

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
