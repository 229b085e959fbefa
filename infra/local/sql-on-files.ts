import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AthenaClient } from '@aws-sdk/client-athena';
import { frozenKey } from '../../shared/lake/keys.ts';
import { runQuery } from '../../shared/lake/run-query.ts';
import { frozenTables, lakeDatabase, tableOf } from '../../shared/lake/tables.ts';
import { writeTable } from '../../shared/lake/write-parquet.ts';
import type { RunStatement } from '../../shared/scoring/compute-with-sql.ts';
import type { FrozenTable } from '../../shared/scoring/freeze-tables.ts';
import { startAthena } from './athena/start-athena.ts';
import { localCredentials, localNames, localRegion } from './names.ts';

/** The run under which {@link withSqlOnFiles} lays the tables. */
export const fileRun = 'files';

/** Runs the scoring SQL over tables that are in no pipeline: a lake of its own in a temporary folder. */
export async function withSqlOnFiles<Result>(
  tables: FrozenTable[],
  work: (query: RunStatement) => Promise<Result>,
): Promise<Result> {
  const lake = await mkdtemp(join(tmpdir(), 'dti-lake-'));
  try {
    for (const { table, rows } of tables) await layTable(lake, table, writeTable(tableOf(table), rows));
    return await onAthena(lake, work);
  } finally {
    await rm(lake, { recursive: true, force: true });
  }
}

async function layTable(lake: string, table: string, bytes: Uint8Array): Promise<void> {
  const file = join(lake, frozenKey(table, fileRun));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

async function onAthena<Result>(lake: string, work: (query: RunStatement) => Promise<Result>): Promise<Result> {
  const server = await startAthena({
    bucketPath: () => lake,
    lakeBucket: localNames.LAKE_BUCKET,
    tables: frozenTables,
    database: lakeDatabase,
    putResult: async () => {},
  });
  const athena = new AthenaClient({ endpoint: server.url, region: localRegion, credentials: localCredentials });
  try {
    const workgroup = localNames.ATHENA_WORKGROUP;
    return await work((sql, parameters) => runQuery(athena, { sql, parameters, workgroup, database: lakeDatabase }));
  } finally {
    athena.destroy();
    await server.close();
  }
}
