import { beforeEach, describe, expect, it } from 'vitest';
import { changeObject, putInOrder } from '../../shared/lake/change-object.ts';
import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';

let bucket: Bucket;
const key = 'index.html';
const read = async () => new TextDecoder().decode((await getObject(bucket, key))!.bytes);
beforeEach(async () => {
  bucket = { client: (await startTestS3({ buckets: ['public'] })).client, name: 'public' };
});

describe('putInOrder', () => {
  it('puts what is of the same order or a later one, and leaves what is later still', async () => {
    const put = (text: string, order: number, known?: 'first') =>
      putInOrder(bucket, key, text, { order, known, contentType: 'text/html' });
    expect(await put('first', 0, 'first')).toBe(true);
    expect(await put('first, again', 0, 'first')).toBe(true);
    expect(await put('third', 2)).toBe(true);
    expect(await put('second', 1)).toBe(false);
    expect(await put('first, late', 0, 'first')).toBe(false);
    expect(await read()).toBe('third');
    expect(await put('third, again', 2)).toBe(true);
    expect(await read()).toBe('third, again');
  });

  it('takes the place of what was put without an order', async () => {
    await putObject(bucket, key, 'by an older version');
    expect(await putInOrder(bucket, key, 'new', { order: 1 })).toBe(true);
    expect(await read()).toBe('new');
  });

  it('ends with the last of the order, however many put at once', async () => {
    const orders = [3, 1, 7, 5, 2, 6, 4, 0];
    await Promise.all(orders.map((order) => putInOrder(bucket, key, `page ${order}`, { order })));
    expect(await read()).toBe('page 7');
  });
});

describe('changeObject', () => {
  it('makes each from the one before, of those at once too, and leaves it where there is nothing to change', async () => {
    const count = () => changeObject(bucket, key, async (known) => `${Number(known ?? 0) + 1}`);
    await Promise.all([count(), count(), count()]);
    expect(await read()).toBe('3');
    expect(await changeObject(bucket, key, async () => null)).toBe('3');
    expect(await changeObject(bucket, 'none', async () => null)).toBeNull();
  });

  it('gives up, to be tried again, where others never stop', async () => {
    let others = 0;
    const change = changeObject(bucket, key, async () => {
      await putObject(bucket, key, `other ${others++}`);
      return 'own';
    });
    await expect(change).rejects.toMatchObject({ code: 'OBJECT_BUSY', retryable: true });
  });
});
