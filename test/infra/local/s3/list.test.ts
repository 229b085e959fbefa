import {
  HeadObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { errorName, startTestS3 } from './start-test-s3.ts';

const Bucket = 'lake-bucket';

async function putAll(client: S3Client, keys: string[]) {
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
}

async function listAll(client: S3Client, input: Omit<ListObjectsV2CommandInput, 'Bucket'>, pageSize: number) {
  const pages: string[][] = [];
  for await (const page of paginateListObjectsV2({ client, pageSize }, { Bucket, ...input }))
    pages.push([
      ...(page.Contents ?? []).map((one) => one.Key!),
      ...(page.CommonPrefixes ?? []).map((one) => one.Prefix!),
    ]);
  return pages;
}

describe('ListObjectsV2', () => {
  it('orders by UTF-8 bytes, where UTF-16 would put an emoji before a full-width letter', async () => {
    const { client } = await startTestS3();
    await putAll(client, ['đ', '😀', 'Ａ', 'z', 'Z', 'ă', 'a']);
    const { Contents, KeyCount } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map((one) => one.Key)).toEqual(['Z', 'a', 'z', 'ă', 'đ', 'Ａ', '😀']);
    expect(KeyCount).toBe(7);
    expect(Contents?.[0]).toMatchObject({ Size: 1, ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
    expect(Contents?.[0]?.LastModified).toBeInstanceOf(Date);
  });

  it('pages through a prefix without missing or repeating a key', async () => {
    const { client } = await startTestS3();
    const keys = Array.from({ length: 7 }, (_, index) => `tỉnh/${index} & co.json`);
    await putAll(client, ['a', ...keys, 'z']);
    const pages = await listAll(client, { Prefix: 'tỉnh/' }, 3);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(keys);
  });

  it('rolls keys up to a delimiter, also across pages', async () => {
    const { client } = await startTestS3();
    await putAll(client, ['a/1/x', 'a/1/y', 'a/2/x', 'a/3', 'b/1']);
    const { CommonPrefixes, Contents } = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'a/', Delimiter: '/' }),
    );
    expect(CommonPrefixes?.map((one) => one.Prefix)).toEqual(['a/1/', 'a/2/']);
    expect(Contents?.map((one) => one.Key)).toEqual(['a/3']);
    expect(await listAll(client, { Prefix: 'a/', Delimiter: '/' }, 1)).toEqual([['a/1/'], ['a/2/'], ['a/3']]);
  });

  it('encodes names on request and starts after a key', async () => {
    const { client } = await startTestS3();
    await putAll(client, ['a', 'tỉnh/x y+z', 'control\u0001']);
    const encoded = await client.send(new ListObjectsV2Command({ Bucket, EncodingType: 'url', StartAfter: 'a' }));
    expect(encoded.Contents?.map((one) => one.Key)).toEqual(['control%01', 't%E1%BB%89nh/x%20y%2Bz']);
    expect(encoded.EncodingType).toBe('url');
  });

  it('lists nothing of an empty prefix, and refuses a token that it did not give', async () => {
    const { client } = await startTestS3();
    await putAll(client, ['a']);
    const empty = await client.send(new ListObjectsV2Command({ Bucket, Prefix: 'none/' }));
    expect([empty.KeyCount, empty.IsTruncated, empty.Contents]).toEqual([0, false, undefined]);
    const forged = client.send(new ListObjectsV2Command({ Bucket, ContinuationToken: '%%%' }));
    expect(await errorName(forged)).toBe('InvalidArgument');
    expect(await errorName(client.send(new ListObjectsV2Command({ Bucket: 'other' })))).toBe('NoSuchBucket');
  });
});

describe('ListObjectVersions', () => {
  it('lists versions newest first and pages between two versions of one key', async () => {
    const { client } = await startTestS3();
    await putAll(client, ['a', 'k', 'k', 'k', 'z']);
    const first = await client.send(new ListObjectVersionsCommand({ Bucket, MaxKeys: 3 }));
    expect(first.Versions?.map((one) => [one.Key, one.IsLatest])).toEqual([
      ['a', true],
      ['k', true],
      ['k', false],
    ]);
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = first;
    const second = await client.send(new ListObjectVersionsCommand({ Bucket, KeyMarker, VersionIdMarker }));
    expect(second.Versions?.map((one) => [one.Key, one.IsLatest])).toEqual([
      ['k', false],
      ['z', true],
    ]);
    expect(second.IsTruncated).toBe(false);
  });

  it('tells of each version what its own headers tell, to the second', async () => {
    const { client } = await startTestS3();
    const put = await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'body' }));
    const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'k' }));
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(Versions).toMatchObject([
      { VersionId: put.VersionId, ETag: put.ETag, Size: 4, IsLatest: true, LastModified: head.LastModified },
    ]);
  });

  it('refuses the marker of a version without that of its key, as S3 does', async () => {
    const { client } = await startTestS3();
    expect(await errorName(client.send(new ListObjectVersionsCommand({ Bucket, VersionIdMarker: 'v' })))).toBe(
      'InvalidArgument',
    );
  });
});
