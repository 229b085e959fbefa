import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { statusOf } from '../../../infra/local/commands/run-command.ts';
import { startDynamo } from '../../../infra/local/dynamodb.ts';
import { startPipeline } from '../../../infra/local/pipeline.ts';
import { makeStateDirectory } from '../../support/state-directory.ts';
import { fixtureHandlers } from './pipeline-fixture.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const signingKey = new Uint8Array(32);
const open = (stateDirectory: string) => startPipeline({ stateDirectory, signingKey, loadHandler: fixtureHandlers });

/** State of every kind: objects, a message that waits, a dead one, an execution, a key, two tables. */
let whole: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ path: whole, remove } = await makeStateDirectory());
  vi.spyOn(console, 'error').mockReturnValue();
  const pipeline = await open(whole);
  const s3 = new S3Client({});
  for (const Body of ['số liệu', 'poison'])
    await s3.send(new PutObjectCommand({ Bucket: 'raw', Key: `submissions/${Body}.xlsx`, Body }));
  s3.destroy();
  await startRun(pipeline);
  await pipeline.settled();
  await pipeline.close();
  vi.restoreAllMocks();
  const [dead] = await readdir(join(whole, 'queues/submission-uploads-dlq'));
  await cp(join(whole, 'queues/submission-uploads-dlq', dead!), join(whole, 'queues/submission-uploads', dead!));
});
afterAll(() => remove());

async function startRun({ url, issueToken }: Awaited<ReturnType<typeof open>>): Promise<void> {
  const authorization = `Bearer ${await issueToken({ sub: 'an', role: 'publisher' })}`;
  await fetch(`${url}/v1/runs`, { method: 'POST', headers: { authorization }, body: '{"run_id":"run-1","attempt":1}' });
}

const kinds: [kind: string, folder: string, name: RegExp][] = [
  ['what S3 knows of an object', 's3/raw/m', /\.json$/],
  ['a waiting message', 'queues/submission-uploads', /\.json$/],
  ['a dead message', 'queues/submission-uploads-dlq', /\.json$/],
  ['an execution', 'executions', /\.json$/],
  ['the key of the sign-in', 'sign-in', /^keys\.json$/],
  ['LevelDB’s pointer to its manifest', 'dynamodb', /^CURRENT$/],
  ['LevelDB’s manifest', 'dynamodb', /^MANIFEST-/],
  ['LevelDB’s log', 'dynamodb', /\.log$/],
  ['the seal of a closed LevelDB', 'dynamodb', /^closed\.json$/],
];

const damages: [damage: string, (path: string) => Promise<void>][] = [
  ['emptied', (path) => truncate(path)],
  ['cut short', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['filled with garbage', (path) => writeFile(path, Buffer.alloc(500, 'ÿrác'))],
  ['valid JSON of something else', (path) => writeFile(path, '{"pid":1}\n')],
];

describe('a start over state of which one file is broken', () => {
  it('is no trouble while none is', async () => {
    await (await open(await copyOf(whole))).close();
  });

  it.each(
    kinds.flatMap(([kind, folder, name]) => damages.map(([damage, harm]) => ({ kind, folder, name, damage, harm }))),
  )('stops, names $kind $damage, and drops nothing', async ({ folder, name, harm }) => {
    const state = await copyOf(whole);
    const found = (await readdir(join(state, folder))).find((one) => name.test(one));
    const path = join(state, folder, found!);
    await harm(path);
    const before = await contents(state);
    expect(await said(state)).toMatch(sentenceNaming(path));
    expect(await contents(state)).toEqual(before);
  });

  it('stops for the body of an object that is missing', async () => {
    const state = await copyOf(whole);
    const [name] = await readdir(join(state, 's3/raw/v'));
    await rm(join(state, 's3/raw/v', name!));
    expect(await said(state)).toMatch(sentenceNaming(join(state, 's3/raw/v', name!)));
  });
});

describe('a start over a LevelDB whose process was killed', () => {
  const damaged = async (name: RegExp, harm: (path: string) => Promise<void>) => {
    const directory = join(await copyOf(whole), 'dynamodb');
    await rm(join(directory, 'closed.json'));
    const path = join(directory, (await readdir(directory)).find((one) => name.test(one))!);
    await harm(path);
    return { directory, path };
  };

  it.each([
    ['CURRENT', /^CURRENT$/, (path: string) => rm(path)],
    ['a manifest cut short', /^MANIFEST-/, async (path: string) => truncate(path, (await readFile(path)).length - 3)],
    ['one changed byte of a log', /\.log$/, (path: string) => changeByte(path, 20)],
  ])('stops at %s, which LevelDB would have passed over', async (_, name, harm) => {
    const { directory, path } = await damaged(name, harm);
    await expect(startDynamo({ directory })).rejects.toThrow(path);
  });

  it('goes on behind a last record that was cut short, since nobody was told that it was written', async () => {
    const { directory } = await damaged(/\.log$/, async (path) => truncate(path, (await readFile(path)).length - 3));
    await (await startDynamo({ directory })).close();
  });
});

async function copyOf(directory: string): Promise<string> {
  const copy = join(await temporaryDirectory(), 'state');
  await mkdir(copy);
  await cp(directory, copy, { recursive: true });
  return copy;
}

/** What a command over this state says before it ends with 1. */
async function said(state: string): Promise<string> {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const openAndClose = async () => {
    await (await open(state)).close();
    return 0;
  };
  try {
    expect(await statusOf('usage', openAndClose, [])).toBe(1);
    return error.mock.calls.map((call) => call.join(' ')).join('\n');
  } finally {
    error.mockRestore();
  }
}

/** One line in two languages: the file, and what to do; no stack trace. */
const sentenceNaming = (path: string) =>
  new RegExp(`^Tệp trạng thái ${path} bị hỏng.*đề nghị.* / state file ${path} is broken.*$`);

async function contents(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/^(LOG|LOG\.old|LOCK|lock)$/.test(entry.name));
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

async function changeByte(path: string, place: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[place]! ^= 1;
  await writeFile(path, bytes);
}
