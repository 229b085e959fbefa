import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { tableKey } from '../../../shared/lake/keys.ts';
import type { Column, Table } from '../../../shared/lake/tables.ts';
import { writeTable } from '../../../shared/lake/write-parquet.ts';

export interface LakeViews {
  /** Brings the views up to date with the files on disk. */
  refresh(): Promise<void>;
  /** Bytes of the files in these runs' partitions of every table that the text reads; a plan names no table. */
  scannedBytes(sql: string, runIds: Set<string>): Promise<number>;
  close(): Promise<void>;
}

interface ViewOptions {
  connection: DuckDBConnection;
  database: string;
  tables: Table[];
  bucketPath: string;
  emptyFolder: string;
}

/**
 * Glue tables with injected projection, as views over the objects of a bucket on disk: a file is readable as soon as it
 * lies in its partition, and the types are the catalogue's whatever the file says.
 */
export async function openLakeViews(options: ViewOptions): Promise<LakeViews> {
  const { connection, database, tables, bucketPath, emptyFolder } = options;
  await writeEmptyFiles(emptyFolder, tables);
  /** Whether the view of a table was last built over files; `read_parquet` refuses a pattern without a match. */
  const builtOverFiles = new Map<string, boolean>();
  let refreshed = Promise.resolve();

  async function refreshTable(table: Table): Promise<void> {
    const pattern = join(bucketPath, tableKey(table.table, '*'));
    const hasFiles = await someFileMatches(pattern);
    if (builtOverFiles.get(table.table) === hasFiles) return;
    const name = `${quoteName(database)}.${quoteName(table.table)}`;
    const patterns = [join(emptyFolder, tableKey(table.table, '*')), ...(hasFiles ? [pattern] : [])];
    await connection.run(`CREATE OR REPLACE VIEW ${name} AS ${selectFiles(table, patterns)}`);
    builtOverFiles.set(table.table, hasFiles);
  }

  async function refreshTables(): Promise<void> {
    for (const table of tables) await refreshTable(table);
  }

  return {
    // One refresh after the other: two at once would be a write conflict in the engine's catalogue.
    refresh: () => {
      refreshed = refreshed.then(refreshTables, refreshTables);
      return refreshed;
    },
    scannedBytes: async (sql, runIds) => {
      const read = tables.filter(({ table }) => readsTable(sql, database, table));
      const keys = [...runIds].flatMap((runId) => read.map(({ table }) => tableKey(table, runId)));
      const sizes = await Promise.all(keys.map((key) => sizeOf(join(bucketPath, key))));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    close: () => rm(emptyFolder, { recursive: true, force: true }),
  };
}

/**
 * Two empty partitions of every table. They give a column that the files of older runs lack, and they keep the filter on
 * `run_id` in the plan: over one file alone the engine folds it away, and a pinned scan looks like one that is not.
 */
async function writeEmptyFiles(folder: string, tables: Table[]): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const table of tables) {
    for (const partition of ['empty-1', 'empty-2']) {
      const path = join(folder, tableKey(table.table, partition));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, writeTable(table, []));
    }
  }
}

/** Under its own name a table is read unless a CTE bears that name; with the database's before it, in any case. */
const readsTable = (sql: string, database: string, table: string): boolean =>
  new RegExp(`\\b${database}\\.${table}\\b`, 'i').test(sql) ||
  (new RegExp(`\\b${table}\\b`, 'i').test(sql) && !new RegExp(`\\b${table} AS \\(`, 'i').test(sql));

const sizeOf = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0;

async function someFileMatches(pattern: string): Promise<boolean> {
  const [before, after] = pattern.split('*') as [string, string];
  const [directory, prefix] = [before.slice(0, before.lastIndexOf('/')), before.slice(before.lastIndexOf('/') + 1)];
  const names = await readdir(directory).catch(() => []);
  return names.some((name) => name.startsWith(prefix) && existsSync(join(directory, name + after)));
}

/** Athena gives a partition key as text, so it is not cast; `union_by_name`, because older runs may lack columns. */
function selectFiles(table: Table, patterns: string[]): string {
  const runId: Column = { name: 'run_id', type: 'varchar', description: 'Partition key' };
  const columns = [...table.columns, runId].map(
    ({ name, type }) => `CAST(${quoteName(name)} AS ${type}) AS ${quoteName(name)}`,
  );
  const options = 'hive_partitioning = true, hive_types_autocast = false, union_by_name = true';
  return `SELECT ${columns.join(', ')} FROM read_parquet([${patterns.map(quoteText).join(', ')}], ${options})`;
}

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;
