import { describe, expect, it } from 'vitest';
import { link } from '../../../shared/http/link.ts';
import { presignDownload, putObject } from '../../../shared/lake/objects.ts';
import { startTestS3 } from '../../infra/local/s3/start-test-s3.ts';

const download = { url: 'https://s3.example/x', file_name: 'bieu-mau.xlsx', expires_at: '2026-10-01T00:05:00Z' };
const asked = (accept?: string) => link({ headers: { accept } }, download);

describe('link', () => {
  it.each([undefined, '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8', 'application/pdf', ''])(
    'redirects whoever asks for %s',
    (accept) => {
      expect(asked(accept)).toMatchObject({ statusCode: 303, headers: { location: download.url, vary: 'accept' } });
    },
  );

  it.each(['application/json', 'application/json, text/plain, */*', 'application/json;q=0.9, text/html;q=0.5'])(
    'tells the address to whoever asks for %s: a page follows no redirect to another origin',
    (accept) => {
      const { statusCode, headers, body } = asked(accept);
      expect({ statusCode, body: JSON.parse(body as string) }).toEqual({ statusCode: 200, body: download });
      expect(headers).toMatchObject({ 'cache-control': 'no-store', vary: 'accept' });
    },
  );

  it('names the moment that the store itself ends the address at', async () => {
    const { client } = await startTestS3();
    const bucket = { client, name: 'lake-bucket' };
    await putObject(bucket, 'k', 'x');
    const { url, file_name, expires_at } = await presignDownload(bucket, 'k', 'tệp.txt');
    expect(file_name).toBe('tệp.txt');
    expect((await fetch(url)).status).toBe(200);
    expect(expires_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const left = (Date.parse(expires_at) - Date.now()) / 1000;
    expect(left).toBeGreaterThan(290);
    expect(left).toBeLessThanOrEqual(300);
  });
});
