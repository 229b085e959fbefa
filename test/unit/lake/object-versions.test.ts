import { describe, expect, it } from 'vitest';
import { type Bucket, getObject, headObject, listVersions, putObject } from '../../../shared/lake/objects.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';

const key = 'submissions/province34/2024/P01-2025/a.xlsx';

async function openBucket(): Promise<Bucket> {
  const { client } = await startTestS3();
  return { client, name: 'raw-bucket' };
}

const putNumbers = async (bucket: Bucket, count: number) => {
  for (let number = 1; number <= count; number++)
    await putObject(bucket, key, `body ${number}`, { metadata: { 'upload-number': String(number) } });
};

/** The same bucket through a client that asks for pages of this size. */
function paged(bucket: Bucket, MaxKeys: number): { bucket: Bucket; sent: () => number } {
  let sent = 0;
  bucket.client.middlewareStack.add(
    (next) => (args) => {
      sent += 1;
      return next({ ...args, input: { ...args.input, MaxKeys } });
    },
    { step: 'initialize' },
  );
  return { bucket, sent: () => sent };
}

describe('listVersions', () => {
  it('tells the versions of a key from the first on, because the first with a number is the one that counts', async () => {
    const bucket = await openBucket();
    await putNumbers(bucket, 3);
    const versions = await listVersions(bucket, key);
    const heads = await Promise.all(versions.map(({ versionId }) => headObject(bucket, key, versionId)));
    expect(heads.map((head) => head?.metadata)).toEqual(['1', '2', '3'].map((number) => ({ 'upload-number': number })));
    expect(heads.map((head) => head?.storedAt)).toEqual(versions.map(({ storedAt }) => storedAt));
  });

  it('reads all pages of the key, and none of longer keys', async () => {
    const bucket = await openBucket();
    await putNumbers(bucket, 5);
    for (const other of ['.json', '.json', '2'].map((suffix) => key + suffix)) await putObject(bucket, other, 'other');
    const { bucket: byTwo, sent } = paged(bucket, 2);
    expect(new Set((await listVersions(byTwo, key)).map(({ versionId }) => versionId)).size).toBe(5);
    expect(sent()).toBe(3);
  });

  it('is empty for a key that nothing was written under', async () => {
    expect(await listVersions(await openBucket(), key)).toEqual([]);
  });
});

describe('a version', () => {
  it('is told with its object and found again by its id after later ones', async () => {
    const bucket = await openBucket();
    await putNumbers(bucket, 1);
    const { versionId } = (await getObject(bucket, key))!;
    await putNumbers(bucket, 2);
    expect(await getObject(bucket, key, versionId!)).toMatchObject({ versionId, metadata: { 'upload-number': '1' } });
    expect(await headObject(bucket, key, versionId!)).toMatchObject({ size: 6 });
  });

  it('that does not exist is null and no fault', async () => {
    const bucket = await openBucket();
    expect(await headObject(bucket, key)).toBeNull();
    await putNumbers(bucket, 1);
    expect(await headObject(bucket, key, 'none')).toBeNull();
  });
});
