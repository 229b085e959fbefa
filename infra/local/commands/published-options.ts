import { join } from 'node:path';
import { connectBuckets } from '../../../shared/lake/objects.ts';
import type { KeepDeps } from '../../../shared/release/published/keep-published.ts';
import { connectScoreTable } from '../../../shared/score-store/score-table.ts';
import { startDynamo } from '../dynamodb.ts';
import { applyEnvironment, localAccess } from '../environment.ts';
import { localCredentials, localNames } from '../names.ts';
import { startS3 } from '../s3/start-s3.ts';
import { required, UsageError } from './run-command.ts';
import { findState, withLockedState } from './state-of-machine.ts';

const text = { type: 'string' } as const;

/** Where what is public lies: a state directory of this machine, or a bucket and a table of an account. */
export const publishedOptions = { state: text, 'public-bucket': text, 'score-table': text };
export type PublishedOptions = Partial<Record<keyof typeof publishedOptions, string>>;

export const publishedUsage = '[--state DIR | --public-bucket NAME --score-table NAME]';

type Work = (deps: KeepDeps) => Promise<number>;

/** Those of an account by the credentials in the usual place; else those of the state directory, by engines of its own. */
export function withPublicStores(options: PublishedOptions, work: Work): Promise<number> {
  const { state, 'public-bucket': bucket, 'score-table': table } = options;
  if (bucket === undefined && table === undefined) return withState(findState(state), work);
  if (state !== undefined)
    throw new UsageError(
      '--state hoặc tên thùng dữ liệu và tên bảng, không cả hai',
      '--state or the names of bucket and table, not both',
    );
  return work(publicStores(required(bucket, '--public-bucket'), required(table, '--score-table')));
}

export const publicStores = (bucket: string, scoreTable: string): KeepDeps => ({
  ...connectBuckets({ publicBucket: bucket }),
  table: connectScoreTable(scoreTable),
  now: () => new Date(),
});

const withState = (directory: string, work: Work): Promise<number> =>
  withLockedState(directory, async () => {
    const [s3, dynamo] = await startStores(directory);
    const endpoints = { AWS_ENDPOINT_URL_S3: s3.url, AWS_ENDPOINT_URL_DYNAMODB: dynamo.url };
    const restore = applyEnvironment({ ...localAccess, ...endpoints });
    try {
      return await work(publicStores(localNames.PUBLIC_BUCKET, localNames.SCORE_TABLE));
    } finally {
      restore();
      await s3.close();
      await dynamo.close();
    }
  });

async function startStores(directory: string) {
  const dynamo = await startDynamo({ directory: join(directory, 'dynamodb') });
  const s3 = await startS3({
    directory: join(directory, 's3'),
    credentials: localCredentials,
    buckets: [localNames.PUBLIC_BUCKET],
  });
  return [s3, dynamo] as const;
}
