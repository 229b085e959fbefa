import { dirname, join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { lakeDatabase } from '../../shared/lake/tables.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { type AthenaOptions, startAthena } from './athena/start-athena.ts';
import type { Report } from './disk-full.ts';
import { startDynamo } from './dynamodb.ts';
import type { Endpoints } from './environment.ts';
import { startMail } from './mail.ts';
import { localCredentials, localNames, localRegion } from './names.ts';
import type { ObjectCreated } from './s3/s3-context.ts';
import { type S3Server, startS3 } from './s3/start-s3.ts';
import { startSecrets } from './secrets.ts';

/** How to end what has been started; ended in reverse. */
export type Closers = (() => unknown)[];

export interface EngineOptions {
  stateDirectory: string;
  signingKey: Uint8Array;
  onObjectCreated(object: ObjectCreated): Promise<void>;
  /** Of the portal's pages: the only ones that may post to the raw bucket. */
  portalOrigin?: string | undefined;
  tamperAthena?: AthenaOptions['tamper'];
  report: Report;
}

/** Starts the stand-ins for S3, DynamoDB, Secrets Manager, SES and Athena over one state directory. */
export async function startEngines(
  options: EngineOptions,
  closers: Closers,
): Promise<{ endpoints: Omit<Endpoints, 'sfn'> }> {
  const { stateDirectory: state, signingKey, onObjectCreated, portalOrigin, report } = options;
  const { RAW_BUCKET, LAKE_BUCKET, PUBLIC_BUCKET, SIGNING_KEY_SECRET } = localNames;
  const s3 = await startS3({
    directory: join(state, 's3'),
    credentials: localCredentials,
    buckets: [RAW_BUCKET, LAKE_BUCKET, PUBLIC_BUCKET],
    cors: { bucket: RAW_BUCKET, method: 'POST', origin: () => portalOrigin },
    onObjectCreated,
    report,
  });
  closers.push(() => s3.close());
  const dynamo = await startDynamo({ directory: join(state, 'dynamodb'), report });
  closers.push(() => dynamo.close());
  const secrets = await startSecrets({ [SIGNING_KEY_SECRET]: signingKey });
  closers.push(() => secrets.close());
  const mail = await startMail({ directory: join(state, 'mail'), report });
  closers.push(() => mail.close());
  const athena = await openAthena(s3, options, closers);
  closers.push(() => athena.close());
  return {
    endpoints: { s3: s3.url, dynamodb: dynamo.url, athena: athena.url, secretsManager: secrets.url, mail: mail.url },
  };
}

function openAthena(s3: S3Server, options: EngineOptions, closers: Closers) {
  const { stateDirectory, tamperAthena: tamper, report } = options;
  const client = new S3Client({ endpoint: s3.url, region: localRegion, credentials: localCredentials });
  closers.push(() => client.destroy());
  return startAthena({
    // Any key without a slash lies directly in the bucket's folder.
    bucketPath: (bucket) => dirname(s3.objectPath(bucket, 'any')),
    emptyFolder: join(stateDirectory, 'athena-empty'),
    lakeBucket: localNames.LAKE_BUCKET,
    tables: lakeTables,
    database: lakeDatabase,
    putResult: async (bucket, key, bytes) => {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
    },
    report,
    ...(tamper ? { tamper } : {}),
  });
}
