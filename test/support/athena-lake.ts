import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AthenaClient } from '@aws-sdk/client-athena';
import type { AthenaOptions } from '../../infra/local/athena/start-athena.ts';
import { startAthena } from '../../infra/local/athena/start-athena.ts';
import { tableKey } from '../../shared/lake/keys.ts';
import { type QueryResult, runQuery } from '../../shared/lake/run-query.ts';
import type { Table } from '../../shared/lake/tables.ts';
import { type TableRow, writeTable } from '../../shared/lake/write-parquet.ts';

export interface AthenaLake {
  client: AthenaClient;
  /** Results that the engine left, by `bucket/key`. */
  results: Map<string, Uint8Array>;
  put(table: Table, runId: string, rows: TableRow[]): Promise<void>;
  query(sql: string, parameters?: string[]): Promise<QueryResult>;
  close(): Promise<void>;
}

/** The real client against the local Athena, over a lake in a temporary folder laid out as the local S3 server does. */
export async function openAthenaLake(tables: Table[], tamper?: AthenaOptions['tamper']): Promise<AthenaLake> {
  const directory = await mkdtemp(join(tmpdir(), 'dti-lake-'));
  const results = new Map<string, Uint8Array>();
  const bucketPath = (bucket: string) => join(directory, bucket, 'o');
  const athena = await startAthena({
    bucketPath,
    emptyFolder: join(directory, 'empty'),
    lakeBucket: 'lake',
    tables,
    database: 'dti',
    putResult: async (bucket, key, bytes) => void results.set(`${bucket}/${key}`, bytes),
    ...(tamper ? { tamper } : {}),
  });
  const client = new AthenaClient({
    endpoint: athena.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    client,
    results,
    put: async (table, runId, rows) => {
      const path = join(bucketPath('lake'), tableKey(table.table, runId));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, writeTable(table, rows));
    },
    query: (sql, parameters = []) =>
      runQuery(client, { sql, parameters, workgroup: 'dti', database: 'dti', pollMs: 5 }),
    close: async () => {
      client.destroy();
      await athena.close();
      await rm(directory, { recursive: true });
    },
  };
}
