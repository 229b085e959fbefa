import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
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
    await createTable(client);
    // A table is created before it can be used, here as on AWS; the SDK's own waiter looks once a second at most.
    while (!(await isActive(client))) await pause(5);
  } finally {
    client.destroy();
  }
}

async function isActive(client: DynamoDBClient): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: localNames.SCORE_TABLE }));
  return Table?.TableStatus === 'ACTIVE';
}

async function createTable(client: DynamoDBClient): Promise<void> {
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
  }
}
