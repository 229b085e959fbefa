import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startGateway } from '../../../infra/local/gateway.ts';
import type { HttpAnswer } from '../../../infra/local/http-event.ts';
import type { SignIn } from '../../../infra/local/sign-in/sign-in.ts';

const text = 'Bảng xếp hạng chuyển đổi số. '.repeat(100);
const page = (more: Record<string, string> = {}, body = text): HttpAnswer => ({
  status: 200,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    etag: '"one"',
    'cache-control': 'public, max-age=60',
    ...more,
  },
  body,
});

/** A gateway over a site that answers what the test says, and counts how often it was asked. */
async function open(answer: () => HttpAnswer | Promise<HttpAnswer>) {
  let asked = 0;
  const site = {
    get: async () => {
      asked++;
      return answer();
    },
  };
  const gateway = { specs: [], invoke: async () => ({}), site, signIn: {} as SignIn };
  const { url, close } = await startGateway(gateway);
  onTestFinished(close);
  const ask = (headers: Record<string, string> = {}, method = 'GET', path = '/') =>
    new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
      const sent = request(new URL(path, url), { method, headers }, async (got) => {
        resolve({ status: got.statusCode!, headers: got.headers, bytes: await buffer(got) });
      });
      sent.on('error', reject).end();
    });
  return { ask, asked: () => asked };
}

describe('what the gateway answers as CloudFront does', () => {
  it('is compressed as the reader accepts, best first, and tagged as other bytes', async () => {
    const { ask } = await open(() => page());
    const plain = await ask();
    expect([plain.bytes.toString(), plain.headers['content-encoding'], plain.headers.etag]).toEqual([
      text,
      undefined,
      '"one"',
    ]);
    const brotli = await ask({ 'accept-encoding': 'gzip, deflate, br' });
    expect([brotliDecompressSync(brotli.bytes).toString(), brotli.headers['content-encoding']]).toEqual([text, 'br']);
    const gzip = await ask({ 'accept-encoding': 'gzip, br;q=0' });
    expect([gunzipSync(gzip.bytes).toString(), gzip.headers['content-encoding']]).toEqual([text, 'gzip']);
    for (const { headers } of [plain, brotli, gzip]) expect(headers.vary).toBe('accept-encoding');
    expect([brotli.headers.etag, gzip.headers.etag]).toEqual(['W/"one"', 'W/"one"']);
    const head = await ask({ 'accept-encoding': 'br' }, 'HEAD');
    expect([head.bytes.length, head.headers['content-length']]).toEqual([0, brotli.headers['content-length']]);
  });

  it('is 304 to the tag of any of its encodings, with what a cache needs and without a body', async () => {
    const { ask } = await open(() => page({ vary: 'accept' }));
    await ask();
    for (const tag of ['"one"', 'W/"one"', '"other", W/"one"', '*']) {
      const { status, headers, bytes } = await ask({ 'if-none-match': tag, 'accept-encoding': 'br' });
      expect([status, headers.etag, headers.vary, bytes.length]).toEqual([
        304,
        'W/"one"',
        'accept, accept-encoding',
        0,
      ]);
    }
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('is left as it is when it is small, a picture, or not for everybody', async () => {
    const small = await open(() => page({}, 'x'));
    expect((await small.ask({ 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    const picture = await open(() => page({ 'content-type': 'image/png' }));
    expect((await picture.ask({ 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
    const own = await open(() => page({ 'cache-control': 'private, max-age=60' }));
    for (let n = 0; n < 2; n++) expect((await own.ask({ 'accept-encoding': 'br' })).bytes.toString()).toBe(text);
    expect(own.asked()).toBe(2);
  });

  it('is asked for once: for ever of a release, for a second of what is current, anew when somebody has written', async () => {
    const forever = await open(() => page({ 'cache-control': 'public, max-age=31536000, immutable' }));
    const current = await open(() => page());
    for (let n = 0; n < 20; n++) await Promise.all([forever.ask(), current.ask()]);
    expect([forever.asked(), current.asked()]).toEqual([1, 1]);
    await Promise.all([forever.ask({}, 'POST'), current.ask({}, 'POST')]);
    await Promise.all([forever.ask(), current.ask()]);
    expect([forever.asked(), current.asked()]).toEqual([1, 2]);
    await pause(1_050);
    await Promise.all([forever.ask(), current.ask()]);
    expect([forever.asked(), current.asked()]).toEqual([1, 3]);
  });

  it('is asked for by one of many when it is due, who all hear the new one', async () => {
    let version = 1;
    const { ask, asked } = await open(async () => {
      await pause(20);
      return page({ etag: `"${version}"` }, `${version}${text}`);
    });
    await ask();
    version = 2;
    await ask({}, 'POST');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(new Set(answers.map(({ bytes }) => bytes.toString()[0]))).toEqual(new Set(['2']));
    expect(asked()).toBe(2);
  });

  it('is kept apart by what is accepted, since a function may answer one address in two forms', async () => {
    let n = 0;
    const { ask } = await open(() => page({ vary: 'accept' }, `${n++}${text}`));
    const first = await ask({ accept: 'text/csv' });
    expect((await ask({ accept: 'application/json' })).bytes.equals(first.bytes)).toBe(false);
    expect((await ask({ accept: 'text/csv' })).bytes.equals(first.bytes)).toBe(true);
  });

  it('is bounded: what does not fit is answered and not kept', async () => {
    const large = 'x'.repeat(40 * 1024 * 1024);
    const { ask, asked } = await open(() => page({ 'content-type': 'application/zip' }, large));
    for (let n = 0; n < 2; n++) expect((await ask()).bytes.length).toBe(large.length);
    expect(asked()).toBe(2);
  });
});
