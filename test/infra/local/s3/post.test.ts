import { createHash, createHmac } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import type { ObjectCreated } from '../../../../infra/local/s3/start-s3.ts';
import { credentials, startTestS3, type TestS3 } from './start-test-s3.ts';

const Bucket = 'raw-bucket';
const Key = 'submissions/province34/2024/VN-01/x.xlsx';
const sha256 = (body: string) => createHash('sha256').update(body).digest('base64');

/** A policy as request-upload makes it: key, size, type, metadata and SHA-256 fixed. */
const signPost = (s3: TestS3, body: string, overrides: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(s3.client, {
    Bucket,
    Key,
    Fields: {
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': sha256(body),
      'x-amz-meta-unit': 'VN-01',
      'Content-Type': 'application/octet-stream',
      success_action_status: '201',
    },
    Conditions: [['content-length-range', 2, 1000]],
    Expires: 300,
    ...overrides,
  });

interface FormChange {
  fields?: Record<string, string>;
  without?: string;
  again?: [string, string];
}

async function sendForm(post: PresignedPost, body: string, { fields, without, again }: FormChange = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...post.fields, ...fields }))
    if (name !== without) form.append(name, value);
  if (again) form.append(...again);
  form.append('file', new Blob([body]), 'biểu mẫu.xlsx');
  const response = await fetch(post.url, { method: 'POST', body: form });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] };
}

describe('presigned POST', () => {
  it('stores the file with its checksum, type and metadata, and tells of it', async () => {
    const events: ObjectCreated[] = [];
    const s3 = await startTestS3({ onObjectCreated: async (event) => void events.push(event) });
    const answer = await sendForm(await signPost(s3, 'the form'), 'the form');
    expect(answer.status).toBe(201);
    expect(answer.text).toContain(`<Key>${Key}</Key>`);
    const got = await s3.client.send(new GetObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(await got.Body?.transformToString()).toBe('the form');
    expect(got).toMatchObject({
      ContentType: 'application/octet-stream',
      Metadata: { unit: 'VN-01' },
      ChecksumSHA256: sha256('the form'),
    });
    expect(events).toMatchObject([{ key: Key, reason: 'PostObject', versionId: got.VersionId, size: 8 }]);
  });

  it.each([
    ['200', 200],
    [undefined, 204],
  ])('answers success_action_status %s with %i', async (status, expected) => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body', { Fields: status === undefined ? {} : { success_action_status: status } });
    const answer = await sendForm(post, 'body');
    expect([answer.status, answer.text]).toEqual([expected, '']);
  });

  it('takes a Vietnamese key below a starts-with condition, and gives Vietnamese metadata back in ASCII', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, '', {
      Fields: { 'x-amz-meta-name': 'Huế' },
      Conditions: [['starts-with', '$key', 'báo cáo/']],
      Key: 'báo cáo/$' + '{filename}',
    });
    const answer = await sendForm(post, 'body', { fields: { key: 'báo cáo/Huế.xlsx' } });
    expect(answer.status).toBe(204);
    const got = await s3.client.send(new HeadObjectCommand({ Bucket, Key: 'báo cáo/Huế.xlsx' }));
    expect(got.Metadata).toEqual({ name: `=?UTF-8?B?${Buffer.from('Huế').toString('base64')}?=` });
    expect((await sendForm(post, 'body', { fields: { key: 'other/Huế.xlsx' } })).code).toBe('AccessDenied');
  });

  it.each<[string, FormChange, string]>([
    ['another key', { fields: { key: 'submissions/province34/2024/VN-02/x.xlsx' } }, 'AccessDenied'],
    ['another type', { fields: { 'Content-Type': 'text/html' } }, 'AccessDenied'],
    ['a field that no condition covers', { fields: { 'x-amz-meta-extra': '1' } }, 'AccessDenied'],
    ['no checksum where the policy fixes one', { without: 'x-amz-checksum-sha256' }, 'AccessDenied'],
    ['the checksum of other bytes', { fields: { 'x-amz-checksum-sha256': sha256('other') } }, 'AccessDenied'],
    ['a field named like a prototype', { fields: { ['__proto__']: '1' } }, 'AccessDenied'],
    ['a second key', { again: ['KEY', 'elsewhere'] }, 'MalformedPOSTRequest'],
    ['another bucket in the form', { fields: { bucket: 'lake-bucket' } }, 'AccessDenied'],
    ['a tampered signature', { fields: { 'X-Amz-Signature': '0'.repeat(64) } }, 'SignatureDoesNotMatch'],
    ['a signature that is none', { fields: { 'X-Amz-Signature': 'zz' } }, 'SignatureDoesNotMatch'],
    ['no signature', { without: 'X-Amz-Signature' }, 'AccessDenied'],
    ['no policy', { without: 'Policy' }, 'AccessDenied'],
    ['another day of signing', { fields: { 'X-Amz-Date': '20200101T000000Z' } }, 'InvalidArgument'],
    ['another access key', { fields: { 'X-Amz-Credential': 'X/20240101/r/s3/aws4_request' } }, 'InvalidArgument'],
  ])('refuses %s', async (_, change, code) => {
    const s3 = await startTestS3();
    const answer = await sendForm(await signPost(s3, 'body'), 'body', change);
    expect(answer.code).toBe(code);
    await expect(s3.client.send(new HeadObjectCommand({ Bucket, Key }))).rejects.toThrow();
  });

  it('ignores what follows the file, so that it cannot escape the policy', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body');
    const form = new FormData();
    for (const [name, value] of Object.entries(post.fields)) if (name !== 'key') form.append(name, value);
    form.append('file', new Blob(['body']), 'x');
    form.append('key', Key);
    const answer = await fetch(post.url, { method: 'POST', body: form });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('$key')]);
  });

  it('refuses names and values that could not be given back as headers, before it stores anything', async () => {
    const s3 = await startTestS3();
    const unnamed = await signPost(s3, 'body', { Fields: { 'x-amz-meta-tỉnh': '1' } });
    expect((await sendForm(unnamed, 'body')).code).toBe('InvalidArgument');
    const long = await signPost(s3, 'body', { Fields: { 'x-amz-meta-a': 'x'.repeat(2048) } });
    expect((await sendForm(long, 'body')).code).toBe('InvalidRequest');
    const unknown = await signPost(s3, 'body', { Fields: { 'x-amz-checksum-constructor': 'x' } });
    expect((await sendForm(unknown, 'body')).code).toBe('NotImplemented');
    const broken = await signPost(s3, 'body', { Fields: { 'Content-Encoding': 'gzip\r\nx-evil: 1' } });
    expect((await sendForm(broken, 'body')).status).toBe(204);
    const got = await s3.client.send(new HeadObjectCommand({ Bucket, Key }));
    expect(got.ContentEncoding).toMatch(/^=\?UTF-8\?B\?/);
  });

  it('refuses bytes that are not those of the signed checksum', async () => {
    const s3 = await startTestS3();
    const answer = await sendForm(await signPost(s3, 'body'), 'changed');
    expect([answer.status, answer.code]).toEqual([400, 'BadDigest']);
  });

  it('refuses a file outside the signed range of sizes', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body');
    const large = await sendForm(post, 'x'.repeat(1001));
    expect(large.code).toBe('EntityTooLarge');
    expect(large.text).toContain('<ProposedSize>1001</ProposedSize>');
    expect((await sendForm(post, 'x')).code).toBe('EntityTooSmall');
  });

  it('refuses a policy after its expiry, by the clock of the server', async () => {
    let now = Date.now();
    const s3 = await startTestS3({ clock: () => new Date(now) });
    const post = await signPost(s3, 'body');
    now += 299_000;
    expect((await sendForm(post, 'body')).status).toBe(201);
    now += 2000;
    const late = await sendForm(post, 'body');
    expect(late.code).toBe('AccessDenied');
    expect(late.text).toContain('Policy expired');
  });

  it('refuses a policy changed after signing', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body');
    const policy = Buffer.from(post.fields.Policy ?? '', 'base64')
      .toString()
      .replace('1000]', '9999]');
    const Policy = Buffer.from(policy).toString('base64');
    expect((await sendForm(post, 'body', { fields: { Policy } })).code).toBe('SignatureDoesNotMatch');
  });

  it('refuses a signed policy that is no policy document', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body');
    for (const document of [
      'nonsense',
      '{}',
      '{"expiration":"soon","conditions":[]}',
      '{"expiration":"2999-01-01T00:00:00Z","conditions":[["ne","$key","a"]]}',
    ]) {
      const Policy = Buffer.from(document).toString('base64');
      const fields = { Policy, 'X-Amz-Signature': signPolicy(Policy, post.fields['X-Amz-Credential'] ?? '') };
      expect((await sendForm(post, 'body', { fields })).code).toBe('InvalidPolicyDocument');
    }
  });

  it('refuses a form without a file, and a body that is no form', async () => {
    const s3 = await startTestS3();
    const post = await signPost(s3, 'body');
    const form = new FormData();
    form.append('key', Key);
    const noFile = await fetch(post.url, { method: 'POST', body: form });
    expect([noFile.status, await noFile.text()]).toEqual([400, expect.stringContaining('exactly one file')]);
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const noForm = await fetch(post.url, { method: 'POST', body: 'garbage', headers });
    expect([noForm.status, await noForm.text()]).toEqual([400, expect.stringContaining('MalformedPOSTRequest')]);
  });
});

/** Signs as the AWS documents say, so that a wrong document is refused for being wrong. */
function signPolicy(policy: string, credential: string): string {
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const scope = credential.split('/').slice(1);
  return hmac(scope.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`), policy).toString('hex');
}
