import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { describe, expect, it } from 'vitest';
import { decodeChunkedBody } from '../../../../infra/local/s3/chunked-body.ts';
import { errorName, startTestS3, type TestS3 } from './start-test-s3.ts';

const Bucket = 'raw-bucket';
const megabyte = 1024 * 1024;

/** Sends bytes as they are and returns what came back before the server closed or fell silent. */
const sendRaw = (url: string, bytes: string | Buffer) =>
  new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let answer = '';
    socket.setTimeout(300, () => socket.destroy());
    socket.on('data', (data) => {
      answer += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.end(bytes);
  });

async function isAlive({ client }: TestS3) {
  await client.send(new PutObjectCommand({ Bucket, Key: 'alive', Body: 'yes' }));
  const got = await client.send(new GetObjectCommand({ Bucket, Key: 'alive' }));
  return (await got.Body?.transformToString()) === 'yes';
}

describe('malformed requests', () => {
  it.each([
    ['bytes that are not HTTP', randomBytes(200), '400'],
    ['a path that is not UTF-8', 'GET /raw-bucket/%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    ['a broken percent sign', 'GET /raw-bucket/k?%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    ['an absolute address', 'GET http://x/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    [
      'a broken authorization',
      'GET /raw-bucket/k HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 nonsense\r\nConnection: close\r\n\r\n',
      '400',
    ],
    [
      'another scheme',
      'GET /raw-bucket/k HTTP/1.1\r\nHost: x\r\nAuthorization: Basic eA==\r\nConnection: close\r\n\r\n',
      '400',
    ],
    ['an unknown bucket name', 'GET /__proto__/constructor HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '403'],
  ])('answers %s without falling', async (_, bytes, status) => {
    const s3 = await startTestS3();
    const answer = await sendRaw(s3.server.url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toMatch(/\.ts|node:|at /);
    expect(await isAlive(s3)).toBe(true);
  });

  it('survives a client that leaves in the middle of its body', async () => {
    const s3 = await startTestS3();
    const head =
      'POST /raw-bucket HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b';
    await sendRaw(s3.server.url, head);
    expect(await isAlive(s3)).toBe(true);
  });

  it('names operations that it does not have instead of answering something else', async () => {
    const s3 = await startTestS3();
    const part = new GetObjectCommand({ Bucket, Key: 'k', PartNumber: 1 });
    expect(await errorName(s3.client.send(part))).toBe('NotImplemented');
  });
});

describe('the limit of 50 MB', () => {
  it('refuses a declared size before a byte is read', async () => {
    const s3 = await startTestS3();
    const post = await createPresignedPost(s3.client, { Bucket, Key: 'k' });
    const status = await new Promise((resolve, reject) => {
      const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': 3000 * megabyte };
      const sending = request(post.url, { method: 'POST', headers }, (response) => {
        response.setEncoding('utf8').once('data', (text) => resolve([response.statusCode, text]));
        response.once('end', () => sending.destroy());
      });
      sending.on('error', reject);
      sending.write('--b');
    });
    expect(status).toEqual([400, expect.stringContaining('<Code>EntityTooLarge</Code>')]);
    expect(await isAlive(s3)).toBe(true);
  });

  it('refuses a body of no declared size as soon as it passes', async () => {
    const s3 = await startTestS3();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 60) controller.close();
        else controller.enqueue(new Uint8Array(megabyte));
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${s3.server.url}/${Bucket}`, init);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('EntityTooLarge')]);
    expect(await isAlive(s3)).toBe(true);
  });
});

describe('decodeChunkedBody', () => {
  const whole = '3\r\nabc\r\n2;chunk-signature=x\r\nde\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n';

  it('joins chunks and reads trailers', () => {
    const { content, trailers } = decodeChunkedBody(Buffer.from(whole));
    expect([content.toString(), trailers]).toEqual(['abcde', { 'x-amz-checksum-crc32': 'AAAAAA==' }]);
  });

  it('refuses every shorter beginning of a body, which a broken connection would leave', () => {
    for (let length = 0; length < whole.length; length += 1)
      expect(() => decodeChunkedBody(Buffer.from(whole.slice(0, length)))).toThrow(/ends before its last chunk/);
  });

  it('refuses a size that is no number', () => {
    expect(() => decodeChunkedBody(Buffer.from('zz\r\n'))).toThrow(/no valid size/);
  });
});
