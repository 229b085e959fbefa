import { describe, expect, it } from 'vitest';
import { overflows, visit, widths } from '../../support/browser.ts';
import { faintMarks, focused } from '../../support/page-looks.ts';
import { showSite } from '../../support/shown-site.ts';

const { addresses, browser } = await showSite();

/** All with drawings, and one of tables alone. */
const drawn = [...addresses].filter(([name]) => /^(ranking$|map|unit|compare|main index|verify)/.test(name));

describe.each(drawn)('the page "%s" in forced colours', (_, address) => {
  it('shows all of its marks, on black and on white, and what has the focus', async () => {
    const { page, context } = await visit(browser, { width: widths.desktop });
    await page.goto(address);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      expect({ colorScheme, faint: await page.evaluate(faintMarks) }).toEqual({ colorScheme, faint: [] });
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toMatchObject({ stop: 0, outlineStyle: 'solid', hidden: false });
    expect(await overflows(page)).toBe(false);
    await context.close();
  });
});

describe('the test itself', () => {
  it('sees a mark that is not to be seen', async () => {
    const { page, context } = await visit(browser);
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const mark = '<circle class="lost" r="5" fill="#111"/><circle r="5" fill="#fff"/>';
    await page.setContent(`<main><svg>${mark}</svg></main>`);
    expect(await page.evaluate(faintMarks)).toEqual(['circle.lost']);
    await context.close();
  });
});
