import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartStyle } from '../../shared/site/charts/chart-style.ts';
import { style } from '../../shared/site/style.ts';
import { launchBrowser } from '../support/browser.ts';
import { drawn } from '../support/drawn-charts.ts';

let browser: Browser;
let axe: string;
beforeAll(async () => {
  browser = await launchBrowser();
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
});
afterAll(() => browser?.close());

const pageOf = (lang: 'vi' | 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>Charts</title><style>${style}${chartStyle}</style></head>` +
  `<body><div class="page"><main><h1>Charts</h1>${drawn(lang)
    .map(([, html]) => html)
    .join('')}</main></div></body></html>`;

async function open(lang: 'vi' | 'en', width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.setContent(pageOf(lang));
  return page;
}

/** In the browser: labels of the drawings with where they stand and how large their letters are. */
const readLabels = `[...document.querySelectorAll('figure > svg')].map((svg) =>
  [...svg.querySelectorAll('text')].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    return { text: text.textContent, left, right, top, bottom, size };
  }),
)`;

interface Label {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
}

/** What letters fill of their line: digits have neither marks above nor tails below. */
const inked = ({ text, top, bottom }: Label) => {
  const empty = (bottom - top) * (/^\d+$/.test(text) ? 0.22 : 0.1);
  return { top: top + empty, bottom: bottom - empty };
};

const cover = (one: Label, other: Label) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
  Math.min(inked(one).bottom, inked(other).bottom) - Math.max(inked(one).top, inked(other).top) > 0;

const covered = (labels: Label[]) =>
  labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter((other) => cover(one, other))
      .map((other) => `${one.text} | ${other.text}`),
  );

describe('all charts', () => {
  // On a phone, for what axe sees does not hang on the width, and so many tables take it half a minute.
  it.each(['light', 'dark'] as const)('break no rule of accessibility in the %s theme', async (theme) => {
    const page = await open('vi', 360, theme);
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });
});

describe.each([320, 360, 768, 1280])('all charts at %i px', (width) => {
  it.each(['vi', 'en'] as const)(
    'need no sideways scrolling, and no label is cut or covers another (%s)',
    async (lang) => {
      const page = await open(lang, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      const drawings = (await page.evaluate(readLabels)) as Label[][];
      expect(drawings.length).toBe(drawn(lang).length);
      expect(drawings.flat().filter(({ left, right }) => left < 0 || right > width)).toEqual([]);
      expect(drawings.flatMap(covered)).toEqual([]);
      // A map is as wide as its screen: on the smallest its letters are a little smaller than on a phone.
      expect(Math.min(...drawings.flat().map(({ size }) => size))).toBeGreaterThanOrEqual(width < 360 ? 10.5 : 12);
      await page.close();
    },
  );
});

describe('on paper', () => {
  it('charts are light, and their tables open', async () => {
    const page = await open('vi', 794, 'dark');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const fill = await page.evaluate(`getComputedStyle(document.querySelector('.own')).fill`);
    expect(fill).toBe('rgb(194, 65, 12)');
    const heights = await page.evaluate(
      `[...document.querySelectorAll('.chart details table')].map((table) => table.getBoundingClientRect().height)`,
    );
    expect((heights as number[]).every((height) => height > 20)).toBe(true);
    await page.close();
  });
});
