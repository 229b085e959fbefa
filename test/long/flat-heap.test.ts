import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localNames } from '../../infra/local/names.ts';
import { startPipeline } from '../../infra/local/pipeline.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { signingKey } from '../support/forms.ts';
import { heapBytes, repeat } from '../support/heap.ts';
import { layRelease, publicHandlers } from '../support/laid-release.ts';

/** dynalite's own way to end a query cost 1 kB of an empty one and 13 kB of a scoreboard: 20 MB and 8 MB here. */
const tolerated = 3_000_000;

it('has no more heap after 40,000 queries than after 20,000, because an engine left running serves for weeks', async () => {
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const query = openQuery(dynamo.url);
  onTestFinished(async () => {
    query.agent.destroy();
    await dynamo.close();
  });
  await repeat(20_000, query.send);
  const before = await heapBytes();
  await repeat(20_000, query.send);
  expect((await heapBytes()) - before).toBeLessThan(tolerated);
});

it('has no more heap after 1,200 scoreboards than after 600, whatever else stands between reader and engine', async () => {
  const pipeline = await startPipeline({
    stateDirectory: await temporaryDirectory(),
    ...{ signingKey, loadHandler: publicHandlers, pages: 'rankings' },
  });
  onTestFinished(pipeline.close);
  await layRelease();
  let reads = 1;
  const read = async () => {
    // Another way of asking each time: what is kept for all would be no reading.
    const accept = `application/json;q=0.${reads++}`;
    const answer = await fetch(`${pipeline.url}/v1/scoreboard/province34/2024`, { headers: { accept } });
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  };
  await repeat(600, read);
  const before = await heapBytes();
  await repeat(600, read);
  expect((await heapBytes()) - before).toBeLessThan(tolerated);
});

/** Plain HTTP: the SDK would take two thirds of the time. */
function openQuery(url: string) {
  const agent = new Agent({ keepAlive: true });
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.Query',
    'x-amz-date': '20260101T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b, Signature=c',
  };
  const KeyConditions = { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'SCORES#run' }] } };
  const body = JSON.stringify({ TableName: localNames.SCORE_TABLE, KeyConditions });
  const send = () =>
    new Promise<void>((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`status ${answer.statusCode}`));
        buffer(answer).then(() => resolve(), reject);
      });
      sent.on('error', reject).end(body);
    });
  return { agent, send };
}
