import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownPages, withStyles } from '../support/shown-pages.ts';

const pages = await shownPages();
const cases = Object.entries(pages).map(([name, html]) => ({ name, html }));
/** Of one sheet between margins of a centimetre, at 96 dots to the inch. */
const sheet = 718;

let browser: Browser;
let axe: string;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
});
afterAll(() => browser?.close());

async function open(html: string, width: number, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, ...options });
  await page.setContent(withStyles(html));
  return page;
}

const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(cases)('the page "$name"', ({ html }) => {
  it.each([
    [320, 'light'],
    [1280, 'dark'],
  ] as const)('breaks no rule of accessibility and needs no sideways scrolling at %i px, %s', async (width, theme) => {
    const page = await open(html, width, { colorScheme: theme });
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.close();
  });

  it('fits a sheet of paper, with nothing in a box that only a screen can scroll', async () => {
    const page = await open(html, sheet);
    await page.emulateMedia({ media: 'print' });
    expect(await overflow(page)).toBe(0);
    expect(await page.evaluate(cutOff)).toEqual([]);
    await page.close();
  });

  it('says the same without JavaScript', async () => {
    const page = await open(html, 360, { javaScriptEnabled: false });
    expect(await page.locator('h1').count()).toBe(1);
    // A control that does nothing without its script is shown as such, or not at all.
    expect(await page.locator('button:visible:enabled').count()).toBe(0);
    await page.close();
  });
});

/** Elements whose content is wider than they are, and hidden beyond their edge. */
const cutOff = `[...document.querySelectorAll('main *')].flatMap((one) => {
  const hides = getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1;
  return hides && one.scrollWidth > one.clientWidth + 1 ? [one.tagName + '.' + one.className] : [];
})`;

/** In each theme other pages, of which some have every kind of link: a walk is a key press for each of them. */
const walked = [
  ['ranking', 'light'],
  ['map', 'dark'],
  ['unit, merged', 'dark'],
  ['unit, dissolved, longest name', 'light'],
  ['provenance of 47 indicators', 'dark'],
  ['data', 'light'],
  ['corrections, r2 over r1', 'light'],
  ['verify', 'dark'],
] as const;

describe('the keyboard', () => {
  it.each(walked)('is shown where it is on the page "%s", in dark letters on yellow, %s', async (name, colorScheme) => {
    const page = await open(pages[name]!, 360, { colorScheme });
    const links = await page.locator('a:visible:not([tabindex="-1"]), summary:visible').count();
    const seen = new Set<unknown>();
    for (let link = 0; link < links; link++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(look));
    }
    expect([...seen]).toEqual(['rgb(17, 22, 28) on rgb(255, 211, 61)']);
    await page.close();
  });
});

const look = `(({ color, backgroundColor }) => color + ' on ' + backgroundColor)(getComputedStyle(document.activeElement))`;
