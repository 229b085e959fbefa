import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '../../../shared/release/content-types.ts';

describe('what pages fetch', () => {
  it.each([
    ['assets/site-08f9338f29a53397.css', 'text/css; charset=utf-8'],
    ['assets/site-3fc297059ce71f53.js', 'text/javascript; charset=utf-8'],
    ['assets/latin-400-08f9338f29a53397.woff2', 'font/woff2'],
  ])('is named as what it is, or a browser would not take it: %s', (key, type) => {
    expect(contentTypeOf(key)).toBe(type);
  });
});
