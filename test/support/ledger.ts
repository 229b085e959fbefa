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
  const deps = connectLedgerAt(dynamo.url);
  onTestFinished(async () => {
    deps.table.client.destroy();
    await dynamo.close();
  });
  return { ...deps, url: dynamo.url };
}

/** The same over a running engine; one client for both tables, the caller's to destroy. */
export function connectLedgerAt(endpoint: string): LedgerDeps {
  const plain = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  // Of a document client made from another, `destroy` does nothing: the caller ends the one that it is given.
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  client.destroy = () => plain.destroy();
  return {
    ledger: { chains: { client, name: localNames.LEDGER_TABLE } },
    table: { client, name: localNames.SCORE_TABLE },
  };
}
