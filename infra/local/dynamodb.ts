import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import type { Level } from 'dynalite/db/index.js';
import { DiskFull, type Report, tellDiskFull } from './disk-full.ts';
import { createDynalite } from './dynalite-store.ts';
import { breakSeal, checkLevel, sealLevel } from './level-seal.ts';
import { type Listener, listenOnLoopback } from './listen.ts';
import { localCredentials, localNames, localRegion } from './names.ts';
import { StateBroken } from './state-file.ts';

export interface DynamoOptions {
  directory: string;
  /** Told of a write that the disk refused; every later one is refused too. */
  report?: Report;
}

/**
 * Tables live as LevelDB files in `directory`; score store and ledger are made on the first start.
 * @throws StateBroken
 */
export async function startDynamo({ directory, report }: DynamoOptions): Promise<Listener> {
  await checkLevel(directory);
  await breakSeal(directory);
  const store = createDynalite(directory, report);
  await openLevel(store.level, directory);
  const { url, close } = await listenOnLoopback(store.server);
  const closeAndSeal = async () => {
    await close();
    // Of no use on a full disk; without a seal the next start looks closer.
    await sealLevel(directory).catch(() => undefined);
  };
  let closed: Promise<void> | undefined;
  const listener = { url, close: () => (closed ??= closeAndSeal()) };
  await createTables(url).catch(async (error: unknown) => {
    await listener.close();
    throw error;
  });
  return listener;
}

async function openLevel(level: Level, directory: string): Promise<void> {
  try {
    await level.open();
  } catch (error) {
    const { message } = ((error as Error).cause ?? error) as Error;
    const full = tellDiskFull(error);
    if (full instanceof DiskFull || /^IO error: lock /.test(message)) throw full;
    // LevelDB names the file, if it knows which.
    throw new StateBroken(/\S+\/(?:CURRENT|MANIFEST-\d+|\d+\.\w+)/.exec(message)?.[0] ?? directory);
  }
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
