import { join } from 'node:path';
import { type Bucket, connectBuckets } from '../../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../../shared/ledger/append.ts';
import { connectLedger } from '../../../shared/ledger/ledger.ts';
import { connectScoreTable } from '../../../shared/score-store/score-table.ts';
import { startDynamo } from '../dynamodb.ts';
import { applyEnvironment, localAccess } from '../environment.ts';
import { localCredentials, localNames } from '../names.ts';
import { startS3 } from '../s3/start-s3.ts';
import { required, UsageError } from './run-command.ts';
import { findState, withLockedState } from './state-of-machine.ts';

const text = { type: 'string' } as const;

/** Where the ledger lies: a state directory of this machine, or two tables of an account. */
export const ledgerOptions = { state: text, 'ledger-table': text, 'score-table': text, 'lake-bucket': text };
export type LedgerOptions = Partial<Record<keyof typeof ledgerOptions, string>>;

export const ledgerUsage = '[--state DIR | --ledger-table NAME --score-table NAME]';

/** `lake` is null where tables of an account were named and no bucket. */
type Work = (deps: LedgerDeps & { lake: Bucket | null }) => Promise<number>;

/** Tables of an account by the credentials in the usual place; else those of the state directory, by engines of its own. */
export function withLedger(options: LedgerOptions, work: Work): Promise<number> {
  const { state, 'ledger-table': ledgerTable, 'score-table': scoreTable } = options;
  if (ledgerTable === undefined && scoreTable === undefined) return withState(findState(state), work);
  if (state !== undefined)
    throw new UsageError('--state hoặc tên hai bảng, không cả hai', '--state or the names of two tables, not both');
  const names = {
    ledgerTable: required(ledgerTable, '--ledger-table'),
    scoreTable: required(scoreTable, '--score-table'),
  };
  return onTables({ ...names, lakeBucket: options['lake-bucket'] }, work);
}

interface Names {
  ledgerTable: string;
  scoreTable: string;
  lakeBucket: string | undefined;
}

const onTables = ({ ledgerTable, scoreTable, lakeBucket }: Names, work: Work): Promise<number> =>
  work({
    ...{ ledger: connectLedger(ledgerTable), table: connectScoreTable(scoreTable) },
    lake: lakeBucket === undefined ? null : connectBuckets({ lake: lakeBucket }).lake,
  });

const withState = (directory: string, work: Work): Promise<number> =>
  withLockedState(directory, async () => {
    const dynamo = await startDynamo({ directory: join(directory, 'dynamodb') });
    const { LEDGER_TABLE: ledgerTable, SCORE_TABLE: scoreTable, LAKE_BUCKET: lakeBucket } = localNames;
    const s3 = await startS3({
      directory: join(directory, 's3'),
      credentials: localCredentials,
      buckets: [lakeBucket],
    });
    const endpoints = { AWS_ENDPOINT_URL_DYNAMODB: dynamo.url, AWS_ENDPOINT_URL_S3: s3.url };
    const restore = applyEnvironment({ ...localAccess, ...endpoints });
    try {
      return await onTables({ ledgerTable, scoreTable, lakeBucket }, work);
    } finally {
      restore();
      await s3.close();
      await dynamo.close();
    }
  });
