import { tableKey } from './keys.ts';
import { type Bucket, putObject } from './objects.ts';
import type { Table } from './tables.ts';
import { type TableRow, writeTable } from './write-parquet.ts';

/** Puts a run's rows of a table into its one file: written again they are the same bytes in the same place. */
export const putTable =
  (lake: Bucket) =>
  async (table: Table, runId: string, rows: TableRow[]): Promise<void> => {
    await putObject(lake, tableKey(table.table, runId), writeTable(table, rows));
  };
