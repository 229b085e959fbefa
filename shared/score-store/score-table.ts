import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mapConcurrently } from '../lake/map-concurrently.ts';

/**
 * The one table, `pk` and `sk`. Items are immutable or move by one conditional write; there are no transactions, so a
 * release scales past their 100 items and a crash at any point leaves something a second try completes.
 */
export interface ScoreTable {
  client: DynamoDBDocumentClient;
  name: string;
}

export interface ItemKey {
  pk: string;
  sk: string;
}

export type Condition = Pick<
  UpdateCommandInput,
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

export function connectScoreTable(name: string): ScoreTable {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}

/** Strongly consistent, so that a step sees what the step before wrote. */
export async function getItem<T>(table: ScoreTable, key: ItemKey): Promise<T | null> {
  const answer = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
  );
  return answer.Item ? withoutKey<T>(answer.Item) : null;
}

/** All items of a partition in sort-key order, page by page. */
export const queryItems = <T>(table: ScoreTable, pk: string, skPrefix = ''): Promise<T[]> =>
  skPrefix === '' ? query(table, pk) : query(table, pk, { condition: 'begins_with(sk, :sk)', sk: skPrefix });

/** The same of those whose sort key is greater. */
export const queryItemsAfter = <T>(table: ScoreTable, pk: string, sk: string): Promise<T[]> =>
  query(table, pk, { condition: 'sk > :sk', sk });

/** The same of those whose sort key lies between two, both among them. */
export const queryItemsBetween = <T>(table: ScoreTable, pk: string, sk: string, last: string): Promise<T[]> =>
  query(table, pk, { condition: 'sk BETWEEN :sk AND :last', sk, last });

/** At most `limit` items of a partition that begin with a prefix and come after a sort key; `next`: ask on after it. */
export async function queryPage<T>(
  table: ScoreTable,
  pk: string,
  { prefix, after, limit }: { prefix: string; after?: string | undefined; limit: number },
): Promise<{ items: T[]; next: string | null }> {
  const answer = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      Limit: limit,
      KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: prefix === '' ? { ':pk': pk } : { ':pk': pk, ':sk': prefix },
      ...(after === undefined ? {} : { ExclusiveStartKey: { pk, sk: after } }),
    }),
  );
  const next = (answer.LastEvaluatedKey?.sk as string | undefined) ?? null;
  return { items: (answer.Items ?? []).map((item) => withoutKey<T>(item)), next };
}

interface Among {
  condition: string;
  sk: string;
  last?: string;
}

/** At most `limit` items of a partition that begin with a prefix and come after a sort key; `next`: ask on after it. */
async function query<T>(table: ScoreTable, pk: string, among?: Among): Promise<T[]> {
  const items: T[] = [];
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: among ? `pk = :pk AND ${among.condition}` : 'pk = :pk',
      ExpressionAttributeValues: valuesOf(pk, among),
    },
  );
  for await (const page of pages) items.push(...(page.Items ?? []).map((item) => withoutKey<T>(item)));
  return items;
}

const valuesOf = (pk: string, { sk, last }: Partial<Among> = {}) => ({
  ':pk': pk,
  ...(sk === undefined ? {} : { ':sk': sk }),
  ...(last === undefined ? {} : { ':last': last }),
});

/** False: the condition did not hold and nothing was written. */
export function putItem(table: ScoreTable, item: ItemKey & object, condition: Condition = {}): Promise<boolean> {
  return conditionally(() => table.client.send(new PutCommand({ TableName: table.name, Item: item, ...condition })));
}

/** False: something has that key already. */
export const putItemOnce = (table: ScoreTable, item: ItemKey & object) =>
  putItem(table, item, { ConditionExpression: 'attribute_not_exists(pk)' });

/** Sets fields of an item; false when the condition did not hold. */
export function updateItem(
  table: ScoreTable,
  key: ItemKey,
  update: Condition & { UpdateExpression: string },
): Promise<boolean> {
  return conditionally(() =>
    table.client.send(new UpdateCommand({ TableName: table.name, Key: { pk: key.pk, sk: key.sk }, ...update })),
  );
}

/** Adds one to a counter and returns it: 1 the first time. */
export async function nextNumber(table: ScoreTable, key: ItemKey): Promise<number> {
  const answer = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: { pk: key.pk, sk: key.sk },
      UpdateExpression: 'ADD last_number :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return answer.Attributes?.last_number as number;
}

/** Enough to write a group of 3,321 in seconds, few enough not to be throttled. */
const concurrentWrites = 16;

/** Writes many items, in any order, overwriting. One by one: the right to write in batches is also one to delete. */
export async function putItems(table: ScoreTable, items: (ItemKey & object)[]): Promise<void> {
  await mapConcurrently(items, concurrentWrites, (item) => putItem(table, item));
}

/** How an item is addressed is nobody's business outside this room. */
function withoutKey<T>({ pk, sk, ...item }: Record<string, unknown>): T {
  return item as T;
}

async function conditionally(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
