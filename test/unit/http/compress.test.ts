import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from '../../../shared/http/compress.ts';

const body = JSON.stringify({ units: Array.from({ length: 100 }, (_, index) => `Đơn vị ${index}`) });
const long = {
  statusCode: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', etag: '"a"' },
  body,
};

describe('compress', () => {
  it('packs a long answer for whom takes gzip, and marks its tag as one of the meaning', () => {
    const packed = compress(long, 'br, GZIP;q=0.5');
    expect(packed).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(packed.headers).toEqual({
      ...{ 'content-type': 'application/json', 'cache-control': 'no-store', 'content-encoding': 'gzip' },
      ...{ etag: 'W/"a"', vary: 'accept-encoding' },
    });
    expect(gunzipSync(Buffer.from(packed.body!, 'base64')).toString()).toBe(body);
  });

  it.each(['br', '', undefined, 'gzip;q=0', 'x-gzip'])('leaves it as it is for whom says %j', (acceptEncoding) => {
    expect(compress(long, acceptEncoding)).toEqual({ ...long, headers: { ...long.headers, vary: 'accept-encoding' } });
  });

  it('names what the answer depends on beside what it did before', () => {
    const { headers } = compress({ ...long, headers: { 'cache-control': 'no-store', vary: 'accept' } }, 'gzip');
    expect(headers).toMatchObject({ vary: 'accept, accept-encoding', 'content-encoding': 'gzip' });
  });

  it('leaves what may be kept to whoever keeps it, who has each encoding of the one text', () => {
    const kept = { ...long, headers: { ...long.headers, 'cache-control': 'public, max-age=60' } };
    expect(compress(kept, 'gzip')).toBe(kept);
  });

  it('leaves short answers, answers without a body and bytes alone', () => {
    for (const response of [{ ...long, body: 'x' }, { statusCode: 204 }, { ...long, isBase64Encoded: true }])
      expect(compress(response, 'gzip')).toBe(response);
  });
});
