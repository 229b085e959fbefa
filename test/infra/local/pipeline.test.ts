import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { listenOnLoopback, PortInUse } from '../../../infra/local/listen.ts';
import { type PipelineOptions, startPipeline } from '../../../infra/local/pipeline.ts';
import { StateInUse } from '../../../infra/local/state-lock.ts';
import { fixtureHandlers, readNotes } from './pipeline-fixture.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const signingKey = Uint8Array.from({ length: 32 }, (_, n) => n);
const keyHex = Buffer.from(signingKey).toString('hex');
const steps = [
  'freeze-inputs',
  'compute-scores',
  'check-scores',
  'store-scores',
  'write-reports',
  'write-profiles',
  'seal-release',
  'draw-pages',
  'end-run',
];

async function start(stateDirectory: string, options: Partial<PipelineOptions> = {}) {
  const pipeline = await startPipeline({ stateDirectory, signingKey, loadHandler: fixtureHandlers, ...options });
  onTestFinished(pipeline.close);
  return pipeline;
}

async function upload(key: string, body: string) {
  const s3 = new S3Client({});
  await s3.send(new PutObjectCommand({ Bucket: 'raw', Key: key, Body: body }));
  s3.destroy();
}

describe('startPipeline', () => {
  it('takes an upload from S3 through event and queue to the function, with nothing but environment between them', async () => {
    const pipeline = await start(await temporaryDirectory());
    await upload('submissions/biểu.xlsx', 'số liệu');
    await upload('elsewhere/x', 'not for the queue');
    await pipeline.settled();
    expect(await readNotes()).toEqual({ [`ingested submissions/biểu.xlsx: số liệu, key ${keyHex}`]: 1 });
  });

  it('runs the workflow that a signed-in call starts', async () => {
    const pipeline = await start(await temporaryDirectory());
    const token = await pipeline.issueToken({ sub: 'an', role: 'publisher' });
    const response = await fetch(`${pipeline.url}/v1/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"run_id":"run-1","attempt":1}',
    });
    expect(response.status).toBe(202);
    await pipeline.settled();
    expect(await readNotes()).toEqual(Object.fromEntries(steps.map((step) => [step, 1])));
  });

  it('finishes, after a restart, a run whose process was killed between two states', async () => {
    const directory = await temporaryDirectory();
    const script = join(import.meta.dirname, 'killed-pipeline.ts');
    const lost = spawn('tsx', [script, directory, 'StoreScores', 'exit'], { stdio: ['ignore', 'ignore', 'inherit'] });
    await once(lost, 'exit');
    const pipeline = await start(directory);
    await pipeline.settled();
    // What came before the kill happened twice; that is why each step must be idempotent.
    const twice = Object.fromEntries(steps.slice(0, 4).map((step) => [step, 2]));
    const after = Object.fromEntries(steps.slice(4).map((step) => [step, 1]));
    expect(await readNotes()).toEqual({ ...twice, ...after });
  });

  it('keeps a message that fails too often for the replay command', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const directory = await temporaryDirectory();
    const pipeline = await start(directory);
    await upload('submissions/bad.xlsx', 'poison');
    await pipeline.settled();
    const dead = join(directory, 'queues/submission-uploads-dlq');
    expect(await readdir(dead)).toHaveLength(1);
    expect(await pipeline.redrive('submission-uploads')).toBe(1);
    await pipeline.settled();
    expect(await readdir(dead)).toHaveLength(1);
    expect(() => pipeline.redrive('nothing')).toThrow('submission-uploads');
  });

  it('can lose S3’s events, so that tests see what works without them', async () => {
    const pipeline = await start(await temporaryDirectory(), { dropEvents: true });
    await upload('submissions/x.xlsx', 'số liệu');
    await pipeline.settled();
    expect(await readNotes()).toEqual({});
  });

  it('goes on with its data, and with tokens it issued, after a close', async () => {
    const directory = await temporaryDirectory();
    const first = await start(directory);
    await upload('submissions/x.xlsx', 'a');
    await first.settled();
    await first.close();
    await start(directory);
    expect(await readNotes()).toEqual({ [`ingested submissions/x.xlsx: a, key ${keyHex}`]: 1 });
  });

  it('refuses a second pipeline in a process, because functions find their engines by the one environment', async () => {
    await start(await temporaryDirectory());
    await expect(start(await temporaryDirectory())).rejects.toThrow('close it first');
  });

  it('refuses a state directory that another process has open', async () => {
    const directory = await temporaryDirectory();
    await writeFile(join(directory, 'lock'), `${process.ppid}\n`);
    await expect(start(directory)).rejects.toThrow(StateInUse);
  });

  it('says that a port is taken and leaves nothing open behind it', async () => {
    const directory = await temporaryDirectory();
    const { url, close } = await listenOnLoopback(createServer());
    await expect(start(directory, { port: Number(new URL(url).port) })).rejects.toThrow(PortInUse);
    await close();
    await start(directory);
  });

  it('puts the environment back on close, because a developer’s own AWS keys must not be lost to the process', async () => {
    process.env.AWS_PROFILE = 'mine';
    const pipeline = await start(await temporaryDirectory());
    expect([process.env.AWS_PROFILE, process.env.AWS_ENDPOINT_URL_S3]).toEqual([undefined, pipeline.s3Url]);
    await pipeline.close();
    expect([process.env.AWS_PROFILE, process.env.AWS_ENDPOINT_URL_S3]).toEqual(['mine', undefined]);
    delete process.env.AWS_PROFILE;
  });
});
