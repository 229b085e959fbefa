import { describe, expect, it } from 'vitest';
import { chooseFormat } from '../../../shared/http/choose-format.ts';

const offered = ['application/json', 'text/csv'];

describe('chooseFormat', () => {
  it.each([[undefined], [''], [' '], ['*/*'], ['text/html, */*;q=0.1'], ['application/json; charset=utf-8']])(
    'takes the first for %j',
    (accept) => expect(chooseFormat(accept, offered)).toBe('application/json'),
  );

  it('takes what is liked best, and refuses who wants none of them', () => {
    expect(chooseFormat('application/json;q=0.1, text/csv', offered)).toBe('text/csv');
    expect(() => chooseFormat('image/png', offered)).toThrow('format-unknown');
  });
});
