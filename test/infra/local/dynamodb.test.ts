import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { startDynamo } from '../../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../../infra/local/names.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const client = (endpoint: string) =>
  new DynamoDBClient({ endpoint, region: localRegion, credentials: localCredentials });
const key = { pk: { S: 'release#dti' }, sk: { S: 'current' } };

describe('startDynamo', () => {
  it.each([localNames.SCORE_TABLE, localNames.LEDGER_TABLE])(
    'keeps items of %s and does not make the table again, because a second start goes on with the first one’s data',
    async (TableName) => {
      const directory = await temporaryDirectory();
      const first = await startDynamo({ directory });
      const put = { TableName, Item: { ...key, name: { S: 'Hà Nội' } } };
      await client(first.url).send(new PutItemCommand(put));
      await first.close();

      const second = await startDynamo({ directory });
      const { Item } = await client(second.url).send(new GetItemCommand({ TableName, Key: key }));
      await second.close();
      expect(Item?.name).toEqual({ S: 'Hà Nội' });
    },
  );

  it('lets one of twenty racing conditional writes win, because a release becomes current by one', async () => {
    const { url, close } = await startDynamo({ directory: await temporaryDirectory() });
    const dynamo = client(url);
    const race = Array.from({ length: 20 }, (_, n) =>
      dynamo.send(
        new PutItemCommand({
          TableName: localNames.SCORE_TABLE,
          Item: { ...key, n: { N: String(n) } },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
    const results = await Promise.allSettled(race);
    dynamo.destroy();
    await close();
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
    expect(new Set(reasons)).toEqual(new Set(['ConditionalCheckFailedException']));
  });
});
