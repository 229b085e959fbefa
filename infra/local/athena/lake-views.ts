import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { frozenKey } from '../../../shared/lake/keys.ts';
import type { Column, Table } from '../../../shared/lake/tables.ts';

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Glue tables with injected projection, as views over the objects of a bucket on disk: a file is readable as soon as it
 * lies in its partition, and the types are the catalogue's whatever the file says.
 */
export function lakeViews(connection: DuckDBConnection, database: string, tables: Table[], bucketPath: string) {
  /** Whether the view of a table was last built over files; `read_parquet` refuses a pattern without a match. */
  const builtOverFiles = new Map<string, boolean>();
  let refreshed = Promise.resolve();

  async function refreshTable(table: Table): Promise<void> {
    const path = join(bucketPath, frozenKey(table.table, '*'));
    const hasFiles = await someFileMatches(path);
    if (builtOverFiles.get(table.table) === hasFiles) return;
    const name = `${quoteName(database)}.${quoteName(table.table)}`;
    await connection.run(
      `CREATE OR REPLACE VIEW ${name} AS ${hasFiles ? selectFiles(table, path) : selectNothing(table)}`,
    );
    builtOverFiles.set(table.table, hasFiles);
  }

  return {
    /** One refresh after the other: two at once would be a write conflict in the engine's catalogue. */
    refresh(): Promise<void> {
      const next = async () => {
        for (const table of tables) await refreshTable(table);
      };
      refreshed = refreshed.then(next, next);
      return refreshed;
    },
    /** Bytes of the files that lie in a partition of a table; 0 when it has none. */
    partitionBytes: async (table: string, runId: string): Promise<number> =>
      (await stat(join(bucketPath, frozenKey(table, runId))).catch(() => null))?.size ?? 0,
  };
}

async function someFileMatches(path: string): Promise<boolean> {
  const [before, after] = path.split('*') as [string, string];
  const [directory, prefix] = [before.slice(0, before.lastIndexOf('/')), before.slice(before.lastIndexOf('/') + 1)];
  const names = await readdir(directory).catch(() => []);
  return names.some((name) => name.startsWith(prefix) && existsSync(join(directory, name + after)));
}

/** Athena gives a partition key as text; `union_by_name`, because runs of an older catalogue lack younger columns. */
function selectFiles(table: Table, path: string): string {
  const source = `read_parquet(${quoteText(path)}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`;
  return `SELECT ${typedColumns(table, (column) => quoteName(column.name))} FROM ${source}`;
}

const selectNothing = (table: Table) => `SELECT ${typedColumns(table, () => 'NULL')} WHERE false`;

function typedColumns(table: Table, read: (column: Column) => string): string {
  const runId: Column = { name: 'run_id', type: 'varchar', description: 'Partition key' };
  return [...table.columns, runId]
    .map((column) => `CAST(${read(column)} AS ${column.type}) AS ${quoteName(column.name)}`)
    .join(', ');
}
