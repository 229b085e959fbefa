import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { visit, widths } from '../../support/browser.ts';
import { focused, stops } from '../../support/page-looks.ts';
import { showSite } from '../../support/shown-site.ts';

const { addresses, browser } = await showSite();

/** One of each kind, with every sort of link; a walk is a key press for each of them. The wide ones have a header that stays. */
const walked = [
  ['ranking of ministries, longest name', widths.phone, 'light'],
  ['ranking', widths.desktop, 'dark'],
  ['map', widths.phone, 'dark'],
  ['unit, merged', widths.desktop, 'light'],
  ['unit, dissolved', widths.phone, 'light'],
  ['compare, longest names', widths.phone, 'dark'],
  ['main index, illustrative', widths.desktop, 'dark'],
  ['method', widths.desktop, 'light'],
  ['provenance of 47 indicators', widths.phone, 'dark'],
  ['data', widths.desktop, 'light'],
  ['corrections, r2 over r1', widths.phone, 'light'],
  ['verify', widths.desktop, 'dark'],
  ['rounds', widths.phone, 'dark'],
] as const;

interface Focused {
  stop: number;
  look: string;
  hidden: boolean;
}

/** Dark letters on yellow; a region that scrolls is too large for that. */
const looks = ['rgb(17, 22, 28) on rgb(255, 211, 61)', 'framed'];

async function walk(page: Page): Promise<Focused[]> {
  const seen: Focused[] = [];
  const count = (await page.evaluate(`${stops}.length`)) as number;
  for (let press = 0; press < count; press++) {
    await page.keyboard.press('Tab');
    seen.push((await page.evaluate(focused)) as Focused);
  }
  return seen;
}

describe('the keyboard', () => {
  it.each(walked)(
    'reaches all of the page "%s" in its order, seen at every stop, at %i px, %s',
    async (name, width, colorScheme) => {
      const { page, context } = await visit(browser, { width, colorScheme });
      await page.goto(addresses.get(name)!);
      const seen = await walk(page);
      expect(seen.length).toBeGreaterThan(3);
      expect(seen.map(({ stop }) => stop)).toEqual(seen.map((_, place) => place));
      expect(seen.filter(({ look, hidden }) => !looks.includes(look) || hidden)).toEqual([]);
      await context.close();
    },
  );

  it('passes over what stands on every page', async () => {
    const { page, context } = await visit(browser, { width: widths.phone });
    await page.goto(addresses.get('unit, merged')!);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('main')?.id`)).toBe('noi-dung');
    await context.close();
  });

  it('opens what is folded, and walks into it', async () => {
    const { page, context } = await visit(browser, { width: widths.phone });
    await page.goto(addresses.get('unit, merged')!);
    await page.locator('details.by-name summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('details')?.open`)).toBe(true);
    await context.close();
  });
});
