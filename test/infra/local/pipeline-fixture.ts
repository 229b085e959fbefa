import { DynamoDBClient, QueryCommand, type QueryCommandOutput, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { APIGatewayProxyEventV2, SQSEvent } from 'aws-lambda';
import type { HandlerLoader } from '../../../infra/local/functions.ts';
import type { ObjectCreatedEvent } from '../../../infra/local/object-events.ts';

/**
 * Small handlers under the topology's names. Like real ones they know their engines by environment alone; every call leaves
 * a note in the score store: `pk = note`, `sk = <what happened>`, `times` it did.
 */
export const fixtureHandlers: HandlerLoader = async (name) => {
  const { SCORE_TABLE = 'score-store', RUN_STATE_MACHINE, SIGNING_KEY_SECRET } = process.env;
  const [s3, dynamo, sfn] = [new S3Client({}), new DynamoDBClient({}), new SFNClient({})];
  const note = (sk: string) =>
    dynamo.send(
      new UpdateItemCommand({
        TableName: SCORE_TABLE,
        Key: { pk: { S: 'note' }, sk: { S: sk } },
        UpdateExpression: 'ADD times :one',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    );
  if (name === 'ingest-submission') {
    return async (event) => {
      for (const { body } of (event as SQSEvent).Records) {
        const { bucket, object } = (JSON.parse(body) as ObjectCreatedEvent).detail;
        const { Body } = await s3.send(
          new GetObjectCommand({ Bucket: bucket.name, Key: object.key, VersionId: object['version-id'] }),
        );
        const content = await Body!.transformToString();
        if (content === 'poison') throw new Error('cannot read this');
        const secret = await new SecretsManagerClient({}).send(
          new GetSecretValueCommand({ SecretId: SIGNING_KEY_SECRET }),
        );
        await note(`ingested ${object.key}: ${content}, key ${Buffer.from(secret.SecretBinary!).toString('hex')}`);
      }
      return { batchItemFailures: [] };
    };
  }
  if (name === 'start-run') {
    return async (event) => {
      const { body } = event as APIGatewayProxyEventV2;
      const start = { stateMachineArn: RUN_STATE_MACHINE, name: 'run-1-1', input: body };
      const { executionArn } = await sfn.send(new StartExecutionCommand(start));
      return { statusCode: 202, body: JSON.stringify({ executionArn }) };
    };
  }
  return async () => {
    await note(name);
    return { code_version: process.env.CODE_VERSION, profiles: { parts: [0] }, site: { parts: [0] } };
  };
};

/** Reads the notes: what happened, and how often. */
export async function readNotes(): Promise<Record<string, number>> {
  const dynamo = new DynamoDBClient({});
  const { Items = [] }: QueryCommandOutput = await dynamo.send(
    new QueryCommand({
      TableName: 'score-store',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'note' } },
    }),
  );
  dynamo.destroy();
  return Object.fromEntries(Items.map(({ sk, times }) => [sk!.S!, Number(times!.N)]));
}
