import { describe, expect, it } from 'vitest';
import { taggedAnswer } from '../../../shared/http/entity-tag.ts';
import { dayParameter, requiredParameters } from '../../../shared/http/query-parameters.ts';

describe('taggedAnswer', () => {
  it('is 304 without a body to whoever knows it, and is kept nowhere', () => {
    const first = taggedAnswer(undefined, { units: 3 });
    const etag = String(first.headers?.etag);
    expect(first).toMatchObject({ statusCode: 200, body: '{"units":3}', headers: { 'cache-control': 'no-store' } });
    const again = taggedAnswer(`W/${etag}`, { units: 3 });
    expect(again).toEqual({ statusCode: 304, headers: { etag, 'cache-control': 'no-store' } });
    expect(taggedAnswer(etag, { units: 4 }).statusCode).toBe(200);
  });
});

describe('requiredParameters', () => {
  it('names the one that is missing, and the one that nobody knows', () => {
    const of = (queryStringParameters: Record<string, string>) => () =>
      requiredParameters({ queryStringParameters }, 'group', 'period');
    expect(of({ group: 'a', period: 'b' })()).toEqual({ group: 'a', period: 'b' });
    expect(of({ group: 'a' })).toThrow(expect.objectContaining({ status: 400, code: 'query-missing' }));
    expect(of({ group: 'a', period: 'b', c: 'd' })).toThrow(expect.objectContaining({ code: 'query-unknown' }));
  });
});

describe('dayParameter', () => {
  it.each(['2026-02-30', '01/02/2026', '', '1999-01-01'])('takes no %j for a day', (from) => {
    expect(() => dayParameter({ from }, 'from')).toThrow(expect.objectContaining({ code: 'query-invalid' }));
    expect(dayParameter({ from: '2026-02-28' }, 'from')).toBe('2026-02-28');
    expect(dayParameter<'from'>({}, 'from')).toBeUndefined();
  });
});
