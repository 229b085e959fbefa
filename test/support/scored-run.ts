import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AthenaClient } from '@aws-sdk/client-athena';
import { onTestFinished } from 'vitest';
import { computeScores } from '../../functions/compute-scores/compute-scores.ts';
import { freezeInputs } from '../../functions/freeze-inputs/freeze-inputs.ts';
import { startAthena } from '../../infra/local/athena/start-athena.ts';
import { localCredentials, localRegion } from '../../infra/local/names.ts';
import type { S3Server } from '../../infra/local/s3/start-s3.ts';
import { runQuery } from '../../shared/lake/run-query.ts';
import { lakeDatabase } from '../../shared/lake/tables.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { keepSelection } from '../../shared/release/run-files.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { runIdOf } from '../../shared/release/selection.ts';
import type { RunStatement } from '../../shared/scoring/compute-with-sql.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { openLedger } from './ledger.ts';
import { addReceipt, addToPeriod, openPeriodAt, round } from './ledger-round.ts';
import { framework, threeUnits } from './round-workbooks.ts';

const at = '2026-10-05T08:00:00.000Z';

/** A run of three units that was started, on stores and a query engine of its own: what the steps of a run find. */
export async function startScoredRun() {
  const { client, server } = await startTestS3();
  const lake = { client, name: 'lake-bucket' };
  const query = await openQuery(server);
  const deps = { ...(await openLedger()), lake, query, now: () => new Date(at) };
  await openPeriodAt(deps, at);
  for (const [place, unit_id] of threeUnits.entries()) await addReceipt(deps, { unit_id, at, value: `0.${place + 5}` });
  const state = (await readPeriod(deps.ledger, round))!;
  const { selection } = await selectInputs(round, state, framework, deps);
  const runId = runIdOf(selection);
  await keepSelection(lake, runId, selection, { period: state.head, units: {} });
  const about = { run_id: runId, attempt: 1 };
  await addToPeriod(deps, round, { kind: 'run-started', at, subject: 'p-runner', role: 'publisher', about });
  return { deps, runId };
}

/** The same with its inputs frozen and scored. */
export async function openScoredRun() {
  const started = await startScoredRun();
  await freezeInputs(started.runId, started.deps);
  await computeScores(started.runId, started.deps);
  return started;
}

async function openQuery(s3: S3Server): Promise<RunStatement> {
  const folder = await mkdtemp(join(tmpdir(), 'dti-empty-'));
  const athena = await startAthena({
    bucketPath: (bucket) => dirname(s3.objectPath(bucket, 'any')),
    emptyFolder: folder,
    lakeBucket: 'lake-bucket',
    tables: lakeTables,
    database: lakeDatabase,
    putResult: async () => {},
  });
  const client = new AthenaClient({ endpoint: athena.url, region: localRegion, credentials: localCredentials });
  onTestFinished(async () => {
    client.destroy();
    await athena.close();
    await rm(folder, { recursive: true, force: true });
  });
  const of = { workgroup: 'dti', database: lakeDatabase, pollMs: 5 };
  return (sql, parameters) => runQuery(client, { sql, parameters, ...of });
}
