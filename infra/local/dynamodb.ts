import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { createDynalite } from './dynalite-store.ts';
import { type Listener, listenOnLoopback } from './listen.ts';
import { localCredentials, localNames, localRegion } from './names.ts';

/** Tables live as LevelDB files in `directory`; score store and ledger are made on the first start. */
export async function startDynamo({ directory }: { directory: string }): Promise<Listener> {
  const listener = await listenOnLoopback(createDynalite(directory).server);
  await createTables(listener.url);
  return listener;
}

const tables = [localNames.SCORE_TABLE, localNames.LEDGER_TABLE];

async function createTables(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
  try {
    for (const table of tables) {
      await createTable(client, table);
      // A table is created before it can be used, here as on AWS; the SDK's own waiter looks once a second at most.
      while (!(await isActive(client, table))) await pause(5);
    }
  } finally {
    client.destroy();
  }
}

async function isActive(client: DynamoDBClient, table: string): Promise<boolean> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  return Table?.TableStatus === 'ACTIVE';
}

async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table,
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
