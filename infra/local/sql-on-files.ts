import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AthenaClient } from '@aws-sdk/client-athena';
import { tableKey } from '../../shared/lake/keys.ts';
import { runQuery } from '../../shared/lake/run-query.ts';
import { lakeDatabase, tableOf } from '../../shared/lake/tables.ts';
import { writeTable } from '../../shared/lake/write-parquet.ts';
import type { RunStatement, ScoringLake } from '../../shared/scoring/compute-with-sql.ts';
import type { FrozenTable } from '../../shared/scoring/freeze-tables.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { startAthena } from './athena/start-athena.ts';
import { localCredentials, localNames, localRegion } from './names.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** The run under which {@link withSqlOnFiles} lays the tables. */
export const fileRun = 'files';

/** Runs the scoring SQL over tables that are in no pipeline: a lake of its own in a temporary folder. */
export async function withSqlOnFiles<Result>(
  tables: FrozenTable[],
  work: (lake: ScoringLake) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFolder('dti-lake-', async (folder) => {
    const put = layTable(folder);
    for (const { table, rows } of tables) await put(tableOf(table), fileRun, rows);
    return onAthena(folder, (query) => work({ query, put }));
  });
}

const layTable =
  (folder: string): ScoringLake['put'] =>
  async (table, runId, rows) => {
    const file = join(folder, tableKey(table.table, runId));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, writeTable(table, rows));
  };

async function onAthena<Result>(folder: string, work: (query: RunStatement) => Promise<Result>): Promise<Result> {
  const server = await startAthena({
    bucketPath: () => folder,
    emptyFolder: join(folder, 'empty'),
    lakeBucket: localNames.LAKE_BUCKET,
    tables: lakeTables,
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
