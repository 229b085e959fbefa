import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { type Listener, listenOnLoopback } from './listen.ts';
import { localCredentials, localNames, localRegion } from './names.ts';

/** Tables live as LevelDB files in `directory`; the score store is made on the first start. */
export async function startDynamo({ directory }: { directory: string }): Promise<Listener> {
  const listener = await listenOnLoopback(dynalite({ path: directory, createTableMs: 0 }));
  await createScoreTable(listener.url);
  return listener;
}

async function createScoreTable(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  try {
    await client.send(
      new CreateTableCommand({
        TableName: localNames.SCORE_TABLE,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  } finally {
    client.destroy();
  }
}
