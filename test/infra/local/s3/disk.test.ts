import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startS3 } from '../../../../infra/local/s3/start-s3.ts';
import { credentials, makeClient, makeDirectory, startTestS3, type TestS3 } from './start-test-s3.ts';

const Bucket = 'raw-bucket';

const put = (s3: TestS3, Key: string, Body: string, more = {}) =>
  s3.client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));

async function read(s3: TestS3, Key: string, VersionId?: string) {
  const got = await s3.client.send(new GetObjectCommand({ Bucket, Key, VersionId, ChecksumMode: 'ENABLED' }));
  return got.Body?.transformToString();
}

describe('a second start', () => {
  it('finds objects, versions, metadata and conditions of the first', async () => {
    const first = await startTestS3();
    const old = await put(first, 'tỉnh/k', 'one', { Metadata: { a: '1' } });
    await put(first, 'tỉnh/k', 'two', { Metadata: { a: '2' } });
    await first.server.close();
    const second = await startTestS3({ directory: first.directory });
    expect(await read(second, 'tỉnh/k')).toBe('two');
    expect(await read(second, 'tỉnh/k', old.VersionId)).toBe('one');
    const got = await second.client.send(new GetObjectCommand({ Bucket, Key: 'tỉnh/k' }));
    expect(got.Metadata).toEqual({ a: '2' });
    await expect(put(second, 'tỉnh/k', 'three', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
    });
    const third = await put(second, 'tỉnh/k', 'three');
    const versions = await second.client.send(new ListObjectVersionsCommand({ Bucket }));
    expect(versions.Versions?.[0]?.VersionId).toBe(third.VersionId);
    expect(versions.Versions).toHaveLength(3);
  });

  it('forgets files that a killed process had not finished', async () => {
    const first = await startTestS3();
    await put(first, 'k', 'whole');
    await first.server.close();
    const bucket = path.join(first.directory, Bucket);
    await writeFile(path.join(bucket, 't', 'half'), 'ha');
    await writeFile(path.join(bucket, 'v', 'body-without-metadata'), 'ha');
    const second = await startTestS3({ directory: first.directory });
    const { Contents } = await second.client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map((one) => one.Key)).toEqual(['k']);
    expect(await readdir(path.join(bucket, 't'))).toEqual([]);
    expect(await readdir(path.join(bucket, 'v'))).toHaveLength(1);
    expect(await read(second, 'k')).toBe('whole');
  });

  it('shows the plain file of a version that was written and not yet shown', async () => {
    const first = await startTestS3();
    const old = await put(first, 'dir/k', 'one');
    await put(first, 'dir/k', 'two');
    await put(first, 'new/k', 'new');
    const file = first.server.objectPath(Bucket, 'dir/k');
    await first.server.close();
    // What a kill leaves between the version's beginning and the last rename.
    await rm(file);
    await link(path.join(first.directory, Bucket, 'v', old.VersionId ?? ''), file);
    await rm(path.join(first.directory, Bucket, 'o', 'new'), { recursive: true });
    const second = await startTestS3({ directory: first.directory });
    expect(await readFile(second.server.objectPath(Bucket, 'dir/k'), 'utf8')).toBe('two');
    expect(await readFile(second.server.objectPath(Bucket, 'new/k'), 'utf8')).toBe('new');
    expect(await read(second, 'dir/k', old.VersionId)).toBe('one');
  });

  it('has every acknowledged write after kill -9, whole, and nothing half', async () => {
    const directory = await makeDirectory();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', path.join(import.meta.dirname, 'serve-until-killed.ts'), directory],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const client = makeClient(url);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; ; index += 1) {
        const Key = `w${writer}/${index % 5}`;
        await client.send(new PutObjectCommand({ Bucket, Key, Body: `${Key}:`.repeat(2000) }));
        acknowledged.push(Key);
        if (acknowledged.length === 60) child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writers);
    client.destroy();
    const s3 = await startTestS3({ directory });
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    const { Versions = [] } = await s3.client.send(new ListObjectVersionsCommand({ Bucket }));
    // A write may have been finished and not yet answered when the process died.
    expect(Versions.length).toBeGreaterThanOrEqual(acknowledged.length);
    expect(Versions.length).toBeLessThanOrEqual(acknowledged.length + writers.length);
    for (const { Key = '', VersionId } of Versions) expect(await read(s3, Key, VersionId)).toBe(`${Key}:`.repeat(2000));
    for (const Key of new Set(acknowledged))
      expect(await readFile(s3.server.objectPath(Bucket, Key), 'utf8')).toBe(`${Key}:`.repeat(2000));
  });
});

describe('stored bodies', () => {
  it('are read-only files, because the latest and its version are one file', async () => {
    const s3 = await startTestS3();
    await put(s3, 'k', 'evidence');
    const { mode, nlink } = await stat(s3.server.objectPath(Bucket, 'k'));
    expect([mode & 0o222, nlink]).toEqual([0, 2]);
  });
});

describe('startS3', () => {
  it('refuses a bucket name that would leave the folder', async () => {
    const directory = await makeDirectory();
    await expect(startS3({ directory, credentials, buckets: ['../evil'] })).rejects.toThrow('../evil');
  });

  it('listens on the port it is given', async () => {
    const { server } = await startTestS3();
    const port = Number(new URL(server.url).port);
    await server.close();
    const again = await startTestS3({ port });
    expect(again.server.url).toBe(server.url);
  });

  it('serves folders that were made by hand before', async () => {
    const directory = await makeDirectory();
    await mkdir(path.join(directory, Bucket));
    const s3 = await startTestS3({ directory });
    await put(s3, 'k', 'x');
    expect(await read(s3, 'k')).toBe('x');
  });
});
