import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localCredentials, localRegion } from '../../../infra/local/names.ts';
import { openPublicSite, type PublicSite } from '../../../infra/local/public-site.ts';
import { type S3Server, startS3 } from '../../../infra/local/s3/start-s3.ts';

let directory: string;
let s3: S3Server;
let site: PublicSite;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dti-'));
  s3 = await startS3({ directory, credentials: localCredentials, buckets: ['public'] });
  site = openPublicSite(s3.url);
  const client = new S3Client({ endpoint: s3.url, region: localRegion, credentials: localCredentials });
  const put = (Key: string, Body: string, ContentType: string, CacheControl: string) =>
    client.send(new PutObjectCommand({ Bucket: 'public', Key, Body, ContentType, CacheControl }));
  await put('index.html', '<p>Bảng xếp hạng', 'text/html; charset=utf-8', 'max-age=60');
  await put('releases/dti/province34/2024/r1/Đà Nẵng.csv', 'rank', 'text/csv', 'immutable');
  await put('releases/dti/index.html', 'mục lục', 'text/html', 'no-store');
  await put('embed/dti/province34/2024/r1/ranking/index.html', 'bảng', 'text/html', 'max-age=60');
  client.destroy();
});

afterAll(async () => {
  site.close();
  await s3.close();
  await rm(directory, { recursive: true, force: true });
});

describe('openPublicSite', () => {
  it('serves index.html at / with the stored type, caching and ETag', async () => {
    const { status, headers, body } = await site.get('/');
    expect([status, String(body)]).toEqual([200, '<p>Bảng xếp hạng']);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'max-age=60' });
    expect(headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('serves a release’s file under its own, percent-encoded key', async () => {
    const { status, body } = await site.get('/releases/dti/province34/2024/r1/%C4%90%C3%A0%20N%E1%BA%B5ng.csv');
    expect([status, String(body)]).toEqual([200, 'rank']);
  });

  it('serves the index of a folder, because that is a page’s address', async () => {
    expect(String((await site.get('/releases/dti/')).body)).toBe('mục lục');
  });

  it('lets others frame what is made for it and nothing else, wherever a path only looks like it', async () => {
    const headersAt = async (path: string) => (await site.get(path)).headers;
    const embed = await headersAt('/embed/dti/province34/2024/r1/ranking/');
    expect(embed['content-security-policy']).toContain('frame-ancestors *');
    expect(embed['content-security-policy']).not.toContain('script-src');
    expect(embed['x-frame-options']).toBeUndefined();
    for (const path of ['/', '/embedded/', '/releases/embed/', '/releases/../embed/']) {
      const { 'content-security-policy': policy, 'x-frame-options': frame } = await headersAt(path);
      expect([String(policy).includes("frame-ancestors 'none'"), frame]).toEqual([true, 'DENY']);
    }
  });

  it('answers 304 to the ETag it gave, because most visits are repeated', async () => {
    const { headers } = await site.get('/');
    expect(await site.get('/', String(headers.etag))).toMatchObject({ status: 304, body: '' });
    expect((await site.get('/', '"other"')).status).toBe(200);
  });

  it.each([
    '/releases/none',
    '/releases/',
    '/releases/%2e%2e/index.html',
    '/releases/%E0%A4',
    '/releases/%00',
    `/releases/${'x'.repeat(2000)}`,
  ])('answers %s with a page in Vietnamese that leads home', async (path) => {
    const { status, headers, body } = await site.get(path);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body).toMatch(/<main id="noi-dung"><h1>Không tìm thấy trang<\/h1>.*href="\/"/s);
  });

  it('puts the headers of the response policy on every answer, also a missing page', async () => {
    for (const path of ['/', '/none']) {
      const { headers } = await site.get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
          "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      });
    }
  });
});
