import { describe, expect, it } from 'vitest';
import { requireFormat } from '../../../functions/submit-values/require-values.ts';

const contentTypes = { json: 'application/json', csv: 'text/csv' };
const answer = (contentType: string | undefined) => {
  try {
    return requireFormat(contentType, contentTypes);
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return `${status} ${code}`;
  }
};

describe('requireFormat', () => {
  it.each([
    ['application/json', 'json'],
    ['Application/JSON; charset=UTF-8', 'json'],
    ['text/csv;charset="utf-8";header=present', 'csv'],
    ['text/csv; charset=utf8', 'csv'],
  ])('takes %s as %s', (contentType, format) => expect(answer(contentType)).toBe(format));

  it.each(['text/csv; charset=windows-1258', 'application/json;charset=utf-16', 'text/csv; header=present; charset='])(
    'answers 415 to %s, because another charset would be stored as other letters',
    (contentType) => expect(answer(contentType)).toBe('415 charset'),
  );

  it.each([undefined, '', 'text/plain; charset=utf-8', 'application/vnd.ms-excel'])(
    'answers 415 to %s, which is no table',
    (contentType) => expect(answer(contentType)).toBe('415 content-type'),
  );
});
