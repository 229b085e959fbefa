import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { SignedInEvent } from '../../../shared/http/http-function.ts';
import { answer, html, readBody, readNoBody, redirect } from '../../../shared/http/messages.ts';
import { flag, queryParameters, wholeNumber } from '../../../shared/http/query-parameters.ts';
import { requestCause } from '../../../shared/http/request-cause.ts';

const shape = z.strictObject({ size: z.number().min(1), of: z.object({ name: z.string() }).optional() });
const read = (body: string, isBase64Encoded = false) => readBody({ body, isBase64Encoded }, shape);
const refused = (status: number, code: string) => expect.objectContaining({ status, code });

describe('an answer to a signed-in call', () => {
  it('is kept by nobody on its way, whether figures, document or address', () => {
    for (const response of [answer(200, {}), html('<p>'), redirect('https://example.vn')])
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('as a document may run nothing, load nothing and be framed by nobody', () => {
    expect(html('<p>').headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('readBody', () => {
  it('reads what was sent, as text or in base64', () => {
    expect(read('{"size":3}')).toEqual({ size: 3 });
    expect(read(Buffer.from('{"size":3}').toString('base64'), true)).toEqual({ size: 3 });
  });

  it('names what is wrong: no JSON, a field of another kind, a field there is not, half a character', () => {
    expect(() => read('{"size":')).toThrow(refused(400, 'json-invalid'));
    expect(() => read('{"size":0}')).toThrow(refused(422, 'field-invalid'));
    expect(() => read('{"size":1,"of":{"name":7}}')).toThrow('of.name');
    expect(() => read('{"size":1,"sise":2}')).toThrow(refused(400, 'field-unknown'));
    expect(() => read('{"size":1,"of":{"name":"\\ud800"}}')).toThrow(refused(400, 'text-invalid'));
    expect(() => readNoBody({ body: '{"size":1}' })).toThrow(refused(400, 'field-unknown'));
    expect(readNoBody({ body: '{}' })).toBeUndefined();
  });
});

describe('queryParameters', () => {
  const query = (queryStringParameters: Record<string, string>) => ({ queryStringParameters });

  it('refuses a key that is not known: a slip in one must not pass for its absence', () => {
    expect(() => queryParameters(query({ dryrun: 'true' }), 'dry_run')).toThrow(refused(400, 'query-unknown'));
    expect(queryParameters({}, 'dry_run')).toEqual({});
  });

  it('reads flags and numbers, and refuses anything else in their place', () => {
    expect([flag({ x: 'true' }, 'x'), flag({ x: 'false' }, 'x'), flag({}, 'x')]).toEqual([true, false, false]);
    expect(() => flag({ x: 'yes' }, 'x')).toThrow(refused(400, 'query-invalid'));
    expect([wholeNumber({ n: '12' }, 'n'), wholeNumber({}, 'n')]).toEqual([12, null]);
    for (const n of ['0', '-1', '1.5', '1e3', ' 1', '9'.repeat(10)])
      expect(() => wholeNumber({ n }, 'n')).toThrow(refused(400, 'query-invalid'));
  });
});

describe('requestCause', () => {
  const event = (headers: Record<string, string>) =>
    ({ headers, requestContext: { requestId: 'r-1' } }) as unknown as SignedInEvent;

  it('is the client’s key where there is one, else the request, and the two never meet', () => {
    expect(requestCause(event({}))).toBe('request/r-1');
    expect(requestCause(event({ 'idempotency-key': 'r-1' }))).toBe('key/r-1');
  });

  it('refuses a key that no header or entry could hold', () => {
    for (const key of ['', 'a b', 'khóa', 'x'.repeat(201)])
      expect(() => requestCause(event({ 'idempotency-key': key }))).toThrow(refused(400, 'idempotency-key-invalid'));
  });
});
