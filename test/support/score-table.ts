import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';

/** The real store on a table of its own, gone when the test ends. */
export async function openScoreTable(): Promise<ScoreTable> {
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const client = new DynamoDBClient({ endpoint: dynamo.url, region: localRegion, credentials: localCredentials });
  onTestFinished(async () => {
    client.destroy();
    await dynamo.close();
  });
  return { client: DynamoDBDocumentClient.from(client), name: localNames.SCORE_TABLE };
}
