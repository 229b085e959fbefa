import { AthenaClient } from '@aws-sdk/client-athena';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startPipeline } from '../../infra/local/pipeline.ts';
import { closeRound, receiveRound, releaseRound, runRound } from '../../infra/local/round/close-round.ts';
import { readWorkbooks } from '../../infra/local/round/files-on-disk.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { signingKey } from './forms.ts';

/**
 * A process for a test to lose: does what `npm start` does and dies, without a word to anyone, at the step named by
 * `KILL_AT` (a pattern), the `KILL_NTH` time it comes. A step is a request to an engine, before it is sent
 * (`PutObjectCommand releases/…/manifest.json`), an entry that stands (`stands LEDGER#province34#2024 released`), or a workflow
 * state (`WriteReports exit`).
 */
const [stateDirectory, submissions] = process.argv.slice(2) as [string, string | undefined];
const pattern = new RegExp(process.env.KILL_AT ?? '(?!)');
let left = Number(process.env.KILL_NTH ?? '1');

function pass(step: string): void {
  if (pattern.test(step) && --left === 0) process.kill(process.pid, 'SIGKILL');
}

interface Sender {
  send(
    command: { input: { Key?: string | Record<string, unknown>; Item?: { pk: string; kind?: string } } },
    ...rest: unknown[]
  ): unknown;
}

function watch({ prototype }: { prototype: object }): void {
  const sender = prototype as Sender;
  const send = sender.send;
  sender.send = async function (command, ...rest) {
    const { Key: key, Item: item } = command.input;
    const about = typeof key === 'object' ? JSON.stringify(key) : (key ?? item?.pk ?? '');
    pass(`${command.constructor.name} ${about}`);
    const answer = await send.call(this, command, ...rest);
    if (item?.kind) pass(`stands ${item.pk} ${item.kind}`);
    return answer;
  };
}
for (const client of [S3Client, DynamoDBDocumentClient, AthenaClient]) watch(client);

const quietly = () => {};
const round = { group: 'province34', period: '2024' };
const pipeline = await startPipeline({
  pages: 'rankings',
  stateDirectory,
  signingKey,
  onState: (_, state, phase) => pass(`${state} ${phase}`),
});
if (submissions) {
  const framework = await loadFramework('dti-province-405');
  await receiveRound({ ...round, framework, files: await readWorkbooks(submissions) }, pipeline, quietly);
}
await closeRound(round, pipeline, quietly);
const run = await runRound(round, pipeline, quietly);
if (run?.status === 'ready' || run?.status === 'released') await releaseRound(run, pipeline, quietly);
await pipeline.close();
process.exit(0);
