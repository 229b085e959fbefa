import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import type { Signer } from '../../shared/signing/signer.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { makeSigner } from './signer.ts';

export interface Engines extends LedgerDeps {
  lake: Bucket;
  publicBucket: Bucket;
  signer: Signer;
}

/** S3 and DynamoDB of one test. */
export async function openEngines(): Promise<Engines> {
  const { client } = await startTestS3({ buckets: ['lake', 'public'] });
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const options = { endpoint: dynamo.url, region: localRegion, credentials: localCredentials };
  const database = new DynamoDBClient(options);
  onTestFinished(async () => {
    database.destroy();
    await dynamo.close();
  });
  const documents = DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } });
  return {
    lake: { client, name: 'lake' },
    publicBucket: { client, name: 'public' },
    signer: await makeSigner(),
    table: { client: documents, name: localNames.SCORE_TABLE },
    ledger: { chains: { client: documents, name: localNames.LEDGER_TABLE } },
  };
}
