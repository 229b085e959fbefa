import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';

/** The real ledger and the table of its lists, both of their own and gone when the test ends. `url` is their engine's. */
export async function openLedger(): Promise<LedgerDeps & { url: string }> {
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const client = new DynamoDBClient({ endpoint: dynamo.url, region: localRegion, credentials: localCredentials });
  onTestFinished(async () => {
    client.destroy();
    await dynamo.close();
  });
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    ledger: { chains: { client: document, name: localNames.LEDGER_TABLE } },
    table: { client: document, name: localNames.SCORE_TABLE },
    url: dynamo.url,
  };
}
