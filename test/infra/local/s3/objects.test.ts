import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ObjectCreated } from '../../../../infra/local/s3/start-s3.ts';
import { errorName, makeClient, startTestS3 } from './start-test-s3.ts';

const Bucket = 'raw-bucket';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

describe('PutObject and GetObject', () => {
  it('gives back bytes, type and metadata under a Vietnamese key, and shows them as a plain file', async () => {
    const { client, server } = await startTestS3();
    const Key = 'báo cáo/Thừa Thiên Huế (1) + 100%?.csv';
    const headers = {
      ContentType: 'text/csv',
      ContentDisposition: 'attachment; filename="a.csv"',
      ContentEncoding: 'identity',
      CacheControl: 'no-store',
      Metadata: { sha256: 'abc' },
    };
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'Huế;0.7', ...headers }));
    const got = await client.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe('Huế;0.7');
    expect(got).toMatchObject({
      ...headers,
      ContentLength: 9,
      ETag: `"${createHash('md5').update('Huế;0.7').digest('hex')}"`,
    });
    expect(await readFile(server.objectPath(Bucket, Key), 'utf8')).toBe('Huế;0.7');
  });

  it('strips the chunk framing of a stream and keeps its trailing checksum', async () => {
    const { client } = await startTestS3();
    const parts = ['a'.repeat(70_000), 'b', 'c'.repeat(8192)];
    const whole = parts.join('');
    const Body = Readable.from(parts.map((part) => Buffer.from(part)));
    await client.send(
      new PutObjectCommand({ Bucket, Key: 'stream', Body, ContentLength: whole.length, ContentEncoding: 'gzip' }),
    );
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'stream', ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe(whole);
    expect(Buffer.from(got.ChecksumCRC32 ?? '', 'base64').readUInt32BE()).toBe(crc32(whole));
    expect(got.ContentEncoding).toBe('gzip');
  });

  it('stores a given SHA-256 and returns it only to those who ask', async () => {
    const { client } = await startTestS3();
    const ChecksumSHA256 = sha256('body');
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'body', ChecksumSHA256 }));
    const asked = await client.send(new HeadObjectCommand({ Bucket, Key: 'k', ChecksumMode: 'ENABLED' }));
    expect(asked.ChecksumSHA256).toBe(ChecksumSHA256);
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }))).ChecksumSHA256).toBeUndefined();
  });

  it('refuses a body that does not match its checksum and keeps nothing of it', async () => {
    const { client } = await startTestS3();
    const wrong = new PutObjectCommand({ Bucket, Key: 'k', Body: 'body', ChecksumSHA256: sha256('other') });
    expect(await errorName(client.send(wrong))).toBe('BadDigest');
    const crc = new PutObjectCommand({ Bucket, Key: 'k', Body: 'body', ChecksumCRC32: 'AAAAAA==' });
    expect(await errorName(client.send(crc))).toBe('BadDigest');
    expect(await errorName(client.send(new GetObjectCommand({ Bucket, Key: 'k' })))).toBe('NoSuchKey');
  });

  it('refuses a stream changed on its way, by the checksum that trails it', async () => {
    const { client } = await startTestS3();
    client.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: Readable };
        request.body = request.body.map((chunk: Buffer) => Buffer.from(chunk.toString('latin1').replace('abc', 'abd')));
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = new PutObjectCommand({ Bucket, Key: 'k', Body: Readable.from([Buffer.from('abc')]), ContentLength: 3 });
    expect(await errorName(client.send(put))).toBe('BadDigest');
  });

  it('stores an empty body', async () => {
    const { client } = await startTestS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'empty', Body: new Uint8Array() }));
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'empty', ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe('');
  });

  it.each([
    ['bytes=1-3', 'bcd', 'bytes 1-3/10'],
    ['bytes=7-', 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 'ij', 'bytes 8-9/10'],
    ['bytes=5-99', 'fghij', 'bytes 5-9/10'],
  ])('answers the range %s', async (Range, text, ContentRange) => {
    const { client } = await startTestS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'abcdefghij' }));
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'k', Range, ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe(text);
    expect(got).toMatchObject({ ContentRange, ContentLength: text.length });
    expect(got.$metadata.httpStatusCode).toBe(206);
  });

  it('refuses a range past the end, which has no bytes to give', async () => {
    const { client } = await startTestS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'abc' }));
    expect(await errorName(client.send(new GetObjectCommand({ Bucket, Key: 'k', Range: 'bytes=3-' })))).toBe(
      'InvalidRange',
    );
  });

  it('overrides type and disposition when the reader asks', async () => {
    const { client } = await startTestS3();
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ContentType: 'text/plain' }));
    const overrides = {
      ResponseContentType: 'text/csv',
      ResponseContentDisposition: "attachment; filename*=UTF-8''Hu%E1%BA%BF",
    };
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'k', ...overrides }));
    expect(got.ContentType).toBe(overrides.ResponseContentType);
    expect(got.ContentDisposition).toBe(overrides.ResponseContentDisposition);
    const unfit = new GetObjectCommand({ Bucket, Key: 'k', ResponseContentDisposition: 'attachment; filename="Huế"' });
    expect(await errorName(client.send(unfit))).toBe('InvalidArgument');
  });

  it('names what is missing', async () => {
    const { client } = await startTestS3();
    expect(await errorName(client.send(new GetObjectCommand({ Bucket, Key: 'k' })))).toBe('NoSuchKey');
    expect(await errorName(client.send(new HeadObjectCommand({ Bucket, Key: 'k' })))).toBe('NotFound');
    expect(await errorName(client.send(new PutObjectCommand({ Bucket: 'other', Key: 'k', Body: 'x' })))).toBe(
      'NoSuchBucket',
    );
  });
});

describe('versions', () => {
  it('keeps every version readable by its id, the latest by its key', async () => {
    const { client } = await startTestS3();
    const first = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    const second = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'two!' }));
    const read = async (VersionId?: string) => {
      const got = await client.send(new GetObjectCommand({ Bucket, Key: 'k', VersionId }));
      return [await got.Body?.transformToString(), got.VersionId];
    };
    expect(await read(first.VersionId)).toEqual(['one', first.VersionId]);
    expect(await read()).toEqual(['two!', second.VersionId]);
    const unknown = client.send(new GetObjectCommand({ Bucket, Key: 'k', VersionId: 'unknown' }));
    expect(await errorName(unknown)).toBe('NoSuchVersion');
  });

  it('deletes nothing, because uploads and releases are evidence', async () => {
    const { client } = await startTestS3();
    const { VersionId } = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    for (const command of [
      { Bucket, Key: 'k' },
      { Bucket, Key: 'k', VersionId },
    ])
      expect(await errorName(client.send(new DeleteObjectCommand(command)))).toBe('MethodNotAllowed');
    const many = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'k' }] } });
    expect(await errorName(client.send(many))).toBe('MethodNotAllowed');
    expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }))).VersionId).toBe(VersionId);
  });
});

describe('conditional writes and reads', () => {
  it('lets exactly one of ten racers create a key', async () => {
    const { client } = await startTestS3();
    const racers = Array.from({ length: 10 }, (_, index) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'pointer', Body: `racer ${index}`, IfNoneMatch: '*' })).then(
        () => `racer ${index}`,
        (error: Error) => error.name,
      ),
    );
    const outcomes = await Promise.all(racers);
    const winners = outcomes.filter((outcome) => outcome.startsWith('racer'));
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'PreconditionFailed')).toHaveLength(9);
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'pointer' }));
    expect(await got.Body?.transformToString()).toBe(winners[0]);
  });

  it('replaces only the ETag that the writer has read', async () => {
    const { client } = await startTestS3();
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'two', IfMatch: ETag }));
    const late = new PutObjectCommand({ Bucket, Key: 'k', Body: 'three', IfMatch: ETag });
    expect(await errorName(client.send(late))).toBe('PreconditionFailed');
    const missing = new PutObjectCommand({ Bucket, Key: 'missing', Body: 'x', IfMatch: ETag });
    expect(await errorName(client.send(missing))).toBe('NoSuchKey');
  });

  it('answers 304 to a reader who has the bytes and 412 to one who expects others', async () => {
    const { client } = await startTestS3();
    const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'one' }));
    const fresh = client.send(new GetObjectCommand({ Bucket, Key: 'k', IfNoneMatch: ETag }));
    await expect(fresh).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    const other = client.send(new GetObjectCommand({ Bucket, Key: 'k', IfMatch: '"other"' }));
    expect(await errorName(other)).toBe('PreconditionFailed');
    expect((await client.send(new GetObjectCommand({ Bucket, Key: 'k', IfMatch: ETag }))).ETag).toBe(ETag);
  });
});

describe('CopyObject', () => {
  it('copies a named version with its metadata, or with new metadata', async () => {
    const { client } = await startTestS3();
    const Key = 'nguồn/ă?b.json';
    const first = await client.send(new PutObjectCommand({ Bucket, Key, Body: 'one', Metadata: { a: '1' } }));
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'two' }));
    const CopySource = `${Bucket}/${Key.split('/').map(encodeURIComponent).join('/')}?versionId=${first.VersionId}`;
    const target = { Bucket: 'lake-bucket', CopySource };
    const copied = await client.send(new CopyObjectCommand({ ...target, Key: 'kept' }));
    await client.send(
      new CopyObjectCommand({ ...target, Key: 'new', MetadataDirective: 'REPLACE', Metadata: { b: '2' } }),
    );
    const kept = await client.send(new GetObjectCommand({ Bucket: 'lake-bucket', Key: 'kept' }));
    expect(await kept.Body?.transformToString()).toBe('one');
    expect(kept.Metadata).toEqual({ a: '1' });
    expect(copied.CopyObjectResult?.ETag).toBe(first.ETag);
    expect((await client.send(new HeadObjectCommand({ Bucket: 'lake-bucket', Key: 'new' }))).Metadata).toEqual({
      b: '2',
    });
  });

  it('names a source that is missing or malformed', async () => {
    const { client } = await startTestS3();
    const copy = (CopySource: string) => client.send(new CopyObjectCommand({ Bucket, Key: 'k', CopySource }));
    expect(await errorName(copy(`${Bucket}/missing`))).toBe('NoSuchKey');
    expect(await errorName(copy('nothing'))).toBe('InvalidArgument');
  });
});

describe('keys', () => {
  it.each([
    ['a/../b', 'InvalidArgument'],
    ['a/./b', 'InvalidArgument'],
    ['a//b', 'InvalidArgument'],
    ['folder/', 'InvalidArgument'],
    [`a/${'ế'.repeat(86)}`, 'KeyTooLongError'],
    [Array.from({ length: 6 }, () => 'x'.repeat(200)).join('/'), 'KeyTooLongError'],
  ])('refuses %s, which cannot be a path', async (Key, name) => {
    const { client, server } = await startTestS3();
    expect(await errorName(client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' })))).toBe(name);
    expect(() => server.objectPath(Bucket, Key)).toThrow();
  });

  it('refuses a key that is also the folder of another, which plain files cannot hold', async () => {
    const { client } = await startTestS3();
    const put = (Key: string) => client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    await put('a/b');
    expect(await errorName(put('a'))).toBe('InvalidArgument');
    expect(await errorName(put('a/b/c'))).toBe('InvalidArgument');
    const [folder, file] = await Promise.allSettled([put('x/y'), put('x')]);
    expect([folder.status, file.status].sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('onObjectCreated', () => {
  it('is told of each write, before the writer is answered', async () => {
    const events: ObjectCreated[] = [];
    const { client } = await startTestS3({
      onObjectCreated: async (event) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        events.push(event);
      },
    });
    const put = await client.send(new PutObjectCommand({ Bucket, Key: 'ă', Body: 'xin' }));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      bucket: Bucket,
      key: 'ă',
      versionId: put.VersionId,
      size: 3,
      reason: 'PutObject',
    });
    expect(`"${events[0]?.etag}"`).toBe(put.ETag);
    await client.send(new CopyObjectCommand({ Bucket, Key: 'b', CopySource: `${Bucket}/${encodeURIComponent('ă')}` }));
    expect(events[1]).toMatchObject({ key: 'b', reason: 'CopyObject' });
  });

  it('makes the write fail when it throws, so that the event comes again with the retry', async () => {
    let calls = 0;
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => told.mockRestore());
    const { server } = await startTestS3({
      onObjectCreated: async () => {
        calls += 1;
        if (calls === 1) throw new Error('the router is down');
      },
    });
    const patient = makeClient(server.url, { maxAttempts: 2 });
    const impatient = makeClient(server.url);
    await patient.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    expect(calls).toBe(2);
    expect(told.mock.calls[0]?.[0].cause).toEqual(new Error('the router is down'));
    calls = 0;
    expect(await errorName(impatient.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' })))).toBe(
      'InternalError',
    );
  });
});
