import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundlePageScript, minified } from '../../../infra/site/build-site.ts';
import { siteStyle } from '../../../shared/site/site-style.ts';

const fonts = ['latin-400', 'latin-600', 'vietnamese-400', 'vietnamese-600'].map((name) => [
  name,
  `/assets/${name}-0123456789abcdef.woff2`,
]);

describe('what every page loads', () => {
  it('is a script of 4 KB at most on the way', async () => {
    expect(brotliCompressSync(await bundlePageScript()).length).toBeLessThanOrEqual(4096);
  });

  it('brings no words of heads along, of which the page has its own', async () => {
    expect(Buffer.from(await bundlePageScript()).includes('trans-for-ma-tion')).toBe(false);
  });

  it('and a style sheet of 12 KB at most', () => {
    const css = minified(siteStyle(Object.fromEntries(fonts)));
    expect(css.length).toBeLessThanOrEqual(12 * 1024);
  });
});
