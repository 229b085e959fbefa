import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { type Bucket, putObjectOnce } from '../../../shared/lake/objects.ts';

/** S3 as it answers a conditional write: with one error after the other, then with success. */
function answering(...names: string[]): { bucket: Bucket; sent: () => number } {
  let sent = 0;
  const send = async () => {
    const name = names[sent++];
    if (name) throw new S3ServiceException({ name, $fault: 'client', $metadata: {} });
  };
  return { bucket: { client: Object.assign(new S3Client({}), { send }), name: 'public' }, sent: () => sent };
}

describe('putObjectOnce', () => {
  it('asks again when S3 cannot tell which of two publishers was first', async () => {
    const first = answering('ConditionalRequestConflict', 'ConditionalRequestConflict');
    expect([await putObjectOnce(first.bucket, 'key', 'body'), first.sent()]).toEqual([true, 3]);
    const second = answering('ConditionalRequestConflict', 'PreconditionFailed');
    expect([await putObjectOnce(second.bucket, 'key', 'body'), second.sent()]).toEqual([false, 2]);
  });

  it('does not ask for ever, nor after any other refusal', async () => {
    const busy = answering(...new Array<string>(9).fill('ConditionalRequestConflict'));
    await expect(putObjectOnce(busy.bucket, 'key', 'body')).rejects.toThrow();
    const refused = answering('AccessDenied');
    await expect(putObjectOnce(refused.bucket, 'key', 'body')).rejects.toMatchObject({ name: 'AccessDenied' });
    expect([busy.sent(), refused.sent()]).toEqual([5, 1]);
  });
});
