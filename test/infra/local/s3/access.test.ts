import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { errorName, makeClient, startTestS3 } from './start-test-s3.ts';

const Bucket = 'raw-bucket';
const Key = 'báo cáo (1).xlsx';
const command = new GetObjectCommand({ Bucket, Key });

async function fetchText(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1] };
}

async function startWithObject(clock?: () => Date) {
  const s3 = await startTestS3(clock ? { clock } : {});
  await s3.client.send(new PutObjectCommand({ Bucket, Key, Body: 'body', ContentType: 'text/plain' }));
  return s3;
}

describe('presigned GET', () => {
  it('serves whoever holds the address, with the disposition that was signed', async () => {
    const { client } = await startWithObject();
    const ResponseContentDisposition = 'attachment; filename="xep hang.xlsx"';
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key, ResponseContentDisposition }), {
      expiresIn: 60,
    });
    const got = await fetchText(url);
    expect([got.status, got.text]).toEqual([200, 'body']);
    expect(got.headers.get('content-disposition')).toBe(ResponseContentDisposition);
    // The SDK moves its wish for the checksum into the address.
    expect(got.headers.get('x-amz-checksum-crc32')).toMatch(/^.{6}==$/);
  });

  it('expires by the clock of the server', async () => {
    let now = Date.now();
    const { client } = await startWithObject(() => new Date(now));
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
    now += 58_000;
    expect((await fetchText(url)).status).toBe(200);
    now += 4000;
    const late = await fetchText(url);
    expect([late.status, late.code]).toEqual([403, 'AccessDenied']);
    expect(late.text).toContain('Request has expired');
  });

  it.each<[string, (url: string) => string, string]>([
    ['another key', (url) => url.replace('(1)', '(2)').replace('%281%29', '%282%29'), 'SignatureDoesNotMatch'],
    ['a longer life', (url) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'), 'SignatureDoesNotMatch'],
    ['a further parameter', (url) => `${url}&response-content-type=text%2Fhtml`, 'SignatureDoesNotMatch'],
    ['another access key', (url) => url.replace('LOCALKEY', 'OTHERKEY'), 'InvalidAccessKeyId'],
    ['no expiry', (url) => url.replace('X-Amz-Expires=60&', ''), 'AuthorizationQueryParametersError'],
    [
      'an expiry beyond a week',
      (url) => url.replace('Expires=60', 'Expires=604801'),
      'AuthorizationQueryParametersError',
    ],
    ['a date from the future', (url) => url.replace(/(Credential=LOCALKEY%2F|Date=)\d{4}/g, '$12999'), 'AccessDenied'],
  ])('refuses an address changed to %s', async (_, change, code) => {
    const { client } = await startWithObject();
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
    expect(change(url)).not.toBe(url);
    expect((await fetchText(change(url))).code).toBe(code);
  });

  it('does not serve another method, or a header that was not signed', async () => {
    const { client } = await startWithObject();
    const url = await getSignedUrl(client, command);
    expect((await fetchText(url, { method: 'PUT', body: 'x' })).code).toBe('SignatureDoesNotMatch');
    expect((await fetchText(url, { headers: { 'x-amz-checksum-mode': 'ENABLED' } })).code).toBe('AccessDenied');
    const put = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key }));
    expect((await fetchText(put, { method: 'PUT', body: 'x' })).code).toBe('NotImplemented');
  });
});

describe('signed requests', () => {
  it('refuses the anonymous, a wrong secret and an unknown key', async () => {
    const { server } = await startWithObject();
    const anonymous = await fetchText(`${server.url}/${Bucket}/${encodeURIComponent(Key)}`);
    expect([anonymous.status, anonymous.code]).toEqual([403, 'AccessDenied']);
    expect(anonymous.headers.get('x-amz-request-id')).toMatch(/^[0-9A-F]{16}$/);
    const wrong = makeClient(server.url, { credentials: { accessKeyId: 'LOCALKEY', secretAccessKey: 'wrong' } });
    expect(await errorName(wrong.send(command))).toBe('SignatureDoesNotMatch');
    const stranger = makeClient(server.url, { credentials: { accessKeyId: 'X', secretAccessKey: 'local-secret' } });
    expect(await errorName(stranger.send(command))).toBe('InvalidAccessKeyId');
  });

  it('refuses a body changed on its way', async () => {
    const { server } = await startWithObject();
    const client = makeClient(server.url, { requestChecksumCalculation: 'WHEN_REQUIRED' });
    client.middlewareStack.add(
      (next) => (args) => {
        (args.request as { body: string }).body = 'evil';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const put = client.send(new PutObjectCommand({ Bucket, Key, Body: 'good' }));
    expect(await errorName(put)).toBe('XAmzContentSHA256Mismatch');
  });

  it('lets a client with a wrong clock correct it and try again, as on AWS', async () => {
    const { server } = await startTestS3({ clock: () => new Date('2025-01-31T12:00:00Z') });
    const client = makeClient(server.url, { maxAttempts: 2 });
    await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.[0]?.LastModified?.toISOString()).toBe('2025-01-31T12:00:00.000Z');
    expect(await errorName(makeClient(server.url).send(command))).toBe('RequestTimeTooSkewed');
  });
});

describe('CORS', () => {
  const portal = 'http://localhost:3000';
  const rule = (origin: () => string | undefined = () => portal) => ({
    bucket: Bucket,
    method: 'POST' as const,
    origin,
  });
  const ask = (url: string, origin: string, method = 'POST') =>
    fetchText(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': 'x-a' },
    });

  it('lets the page of the portal send a form and read the answer, also a refusal', async () => {
    const { server } = await startTestS3({ cors: rule() });
    const preflight = await ask(`${server.url}/${Bucket}`, portal);
    expect(preflight.status).toBe(200);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': portal,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'x-a',
    });
    const refused = await fetchText(`${server.url}/${Bucket}`, { method: 'POST', headers: { origin: portal } });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('access-control-allow-origin')).toBe(portal);
  });

  it.each([
    ['another origin', Bucket, 'http://localhost:4000', 'POST'],
    ['another method', Bucket, portal, 'GET'],
    ['another bucket', 'lake-bucket', portal, 'POST'],
  ])('refuses %s, as AWS does', async (_, bucket, origin, method) => {
    const { server } = await startTestS3({ cors: rule() });
    const preflight = await ask(`${server.url}/${bucket}`, origin, method);
    expect({ status: preflight.status, text: preflight.text }).toEqual({
      status: 403,
      text: expect.stringContaining('<Code>AccessForbidden</Code>'),
    });
    const answered = await fetchText(`${server.url}/${bucket}`, { method, headers: { origin } });
    expect(answered.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('wants an origin, and follows the portal that begins to listen later', async () => {
    let origin: string | undefined;
    const { server } = await startTestS3({ cors: rule(() => origin) });
    expect((await fetchText(`${server.url}/${Bucket}`, { method: 'OPTIONS' })).status).toBe(400);
    expect((await ask(`${server.url}/${Bucket}`, portal)).status).toBe(403);
    origin = portal;
    expect((await ask(`${server.url}/${Bucket}`, portal)).status).toBe(200);
  });
});
