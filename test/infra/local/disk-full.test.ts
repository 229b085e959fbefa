import { readdir } from 'node:fs/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import db from 'dynalite/db/index.js';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { statusOf } from '../../../infra/local/commands/run-command.ts';
import type { Pipeline } from '../../../infra/local/pipeline.ts';
import { withPipeline } from '../../../infra/local/with-pipeline.ts';
import { fixtureHandlers, readNotes } from './pipeline-fixture.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Paths that the disk has no room for; a write there leaves half of it, as a full disk does. */
const disk = vi.hoisted(() => ({ isFull: (_path: string): boolean => false }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs/promises')>();
  const writeFile = async (path: string, content: string | Uint8Array, options?: object) => {
    if (!disk.isFull(path)) return fs.writeFile(path, content, options);
    await fs.writeFile(path, content.slice(0, content.length / 2), options);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return { ...fs, writeFile };
});

beforeEach(() => {
  disk.isFull = () => false;
});

const work = async (state: string, does: (pipeline: Pipeline) => Promise<unknown>) =>
  statusOf('usage', () => withPipeline(optionsFor(state), does).then(() => 0), []);

const optionsFor = (stateDirectory: string) => ({
  stateDirectory,
  signingKey: new Uint8Array(32),
  loadHandler: fixtureHandlers,
});

async function upload(name: string): Promise<void> {
  const s3 = new S3Client({ maxAttempts: 1 });
  await s3.send(new PutObjectCommand({ Bucket: 'raw', Key: `submissions/${name}.xlsx`, Body: name }));
  s3.destroy();
}

async function startRun({ url, issueToken }: Pipeline): Promise<void> {
  const authorization = `Bearer ${await issueToken({ sub: 'an', role: 'publisher' })}`;
  await fetch(`${url}/v1/runs`, { method: 'POST', headers: { authorization }, body: '{"run_id":"run-1","attempt":1}' });
}

const sentence = /^Ổ đĩa đã đầy: .* \/ the disk is full: .*$/;

describe('a disk that fills while the pipeline works', () => {
  it.each([
    ['the body of an object', /s3\/raw\/t\//],
    ['a message of the queue', /queues\//],
    ['an execution', /executions\//],
  ])('ends the work with one sentence and 1 at %s, and keeps what was there', async (_, full) => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const state = await temporaryDirectory();
    expect(await work(state, (pipeline) => upload('before').then(pipeline.settled))).toBe(0);
    const fills = async (pipeline: Pipeline) => {
      disk.isFull = (path) => full.test(path);
      await Promise.allSettled([upload('after'), startRun(pipeline)]);
      await new Promise(() => {});
    };
    expect(await work(state, fills)).toBe(1);
    const said = error.mock.calls.map((call) => call.join(' ')).filter((text) => text !== '');
    expect(said.filter((text) => !/^(start-run|queue )/.test(text))).toEqual([expect.stringMatching(sentence)]);
    error.mockRestore();
    await isWhole(state);
  });

  it('ends it at an item of a table, and writes no other behind one that may be half', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const state = await temporaryDirectory();
    expect(await work(state, (pipeline) => upload('before').then(pipeline.settled))).toBe(0);
    const writes = fillLevelDb();
    const fills = async (pipeline: Pipeline) => {
      await upload('after');
      await pipeline.settled();
    };
    expect(await work(state, fills)).toBe(1);
    expect(writes.refused).toBe(1);
    expect(error.mock.calls.at(-1)!.join(' ')).toMatch(sentence);
    error.mockRestore();
    writes.restore();
    await isWhole(state);
  });
});

describe('a command that finds the disk full', () => {
  it('says so, whatever it was writing', async () => {
    const error = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => error.mockRestore());
    const full = () => Promise.reject(Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' }));
    expect(await statusOf('usage', full, [])).toBe(1);
    expect(error.mock.calls).toEqual([[expect.stringMatching(sentence)]]);
  });
});

/** With room again: the first file is there, what was half is gone, and everything works. */
async function isWhole(state: string): Promise<void> {
  disk.isFull = () => false;
  const check = async (pipeline: Pipeline) => {
    const s3 = new S3Client({});
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'raw', Key: 'submissions/before.xlsx' }));
    expect(await Body!.transformToString()).toBe('before');
    s3.destroy();
    await upload('again');
    await pipeline.settled();
    const notes = Object.keys(await readNotes()).filter((note) => note.startsWith('ingested'));
    expect(notes.map((note) => note.split('.')[0])).toEqual(
      expect.arrayContaining(['ingested submissions/again', 'ingested submissions/before']),
    );
  };
  expect(await work(state, check)).toBe(0);
  const left = await readdir(state, { recursive: true });
  expect(left.filter((path) => /\.tmp$|\/t\/./.test(path))).toEqual([]);
}

/** From here on LevelDB, opened next, refuses each write to the score store as it does on a full disk. */
function fillLevelDb() {
  const { create } = db;
  const writes = { refused: 0, restore: () => Object.assign(db, { create }) };
  db.create = (options) => {
    const store = create(options);
    const refuse = (...given: unknown[]) => {
      writes.refused++;
      const error = new Error('IO error: /state/000003.log: No space left on device');
      setImmediate(given.at(-1) as (error: unknown) => void, error);
    };
    Object.assign(store.db, { put: refuse, batch: refuse });
    return store;
  };
  onTestFinished(() => void writes.restore());
  return writes;
}
