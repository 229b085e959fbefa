import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflows, picture, violations, visit, widths } from '../../support/browser.ts';
import { cutOff, largeOverlays, moving } from '../../support/page-looks.ts';
import { showSite } from '../../support/shown-site.ts';

const { addresses, browser } = await showSite();

const themes = ['light', 'dark'] as const;

/** For the README, by what the page is. */
const pictures: Record<string, string> = { ranking: 'ranking', 'unit, merged': 'unit' };

describe.each([...addresses])('the page "%s"', (name, address) => {
  it('breaks no rule of accessibility, fits its window, moves and complains of nothing, in both themes', async () => {
    const { page, context, complaints } = await visit(browser);
    await page.goto(address);
    if (pictures[name]) await keepPicture(page, pictures[name]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await page.evaluate(moving)).toEqual([]);
    for (const [place, width] of [widths.small, widths.phone, widths.tablet, widths.desktop].entries()) {
      await page.setViewportSize({ width, height: 800 });
      // What is folded counts too.
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      const wide = await overflows(page);
      // What axe sees hangs on what is shown, so on the narrowest and the widest; on the theme hangs contrast alone.
      for (const colorScheme of place % 3 === 0 ? themes : []) {
        await page.emulateMedia({ colorScheme });
        const isFirst = colorScheme === 'light' ? place === 0 : place !== 0;
        const broken = await violations(page, isFirst ? undefined : ['color-contrast']);
        expect({ width, colorScheme, wide, broken }).toEqual({ width, colorScheme, wide: false, broken: [] });
      }
      expect({ width, wide }).toEqual({ width, wide: false });
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is whole at 400 % zoom, with letters of twice the size, and with more space between them', async () => {
    const { page, context } = await visit(browser);
    await page.goto(address);
    // A window of 1280 by 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await page.evaluate(largeOverlays)).toEqual([]);
    expect(await wholeness(page)).toEqual({ wide: false, cut: [] });
    await page.setViewportSize({ width: widths.phone, height: 800 });
    await page.addStyleTag({ content: spacing });
    expect(await wholeness(page)).toEqual({ wide: false, cut: [] });
    await twiceTheLetters(page);
    await page.setViewportSize({ width: widths.desktop, height: 800 });
    expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toMatch(/^3[24]px$/);
    expect(await wholeness(page)).toEqual({ wide: false, cut: [] });
    await context.close();
  });

  it('says the same without JavaScript, and offers nothing that only a script could do', async () => {
    const [plain, scripted] = await Promise.all([linesOf(address, false), linesOf(address, true)]);
    expect(plain.headings).toBe(1);
    expect(plain.live).toBe(0);
    expect(plain.lines.filter((line) => !scripted.lines.includes(line))).toEqual([]);
    // What a script works out from what is set on the page is shown by it alone.
    if (scripted.live === 0) expect(scripted.lines).toEqual(plain.lines);
  });
});

/** As on a second visit: on the first the letters are those of the system, or a weak network would show none. */
async function keepPicture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await page.reload({ waitUntil: 'networkidle' });
  await picture(page, name, false);
}

/** As readers set it who need it (WCAG 1.4.12). */
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

async function wholeness(page: Page): Promise<{ wide: boolean; cut: string[] }> {
  return { wide: await overflows(page), cut: (await page.evaluate(cutOff)) as string[] };
}

/** What a reader sets in the browser, not a zoom. */
async function twiceTheLetters(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

interface Said {
  headings: number;
  /** Controls that can be used. */
  live: number;
  lines: string[];
}

async function linesOf(address: string, javaScriptEnabled: boolean): Promise<Said> {
  const context = await browser.newContext({ viewport: { width: widths.phone, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(address);
  const text = await page.locator('body').innerText();
  // Said where there is none, of what cannot be done.
  const instead = await page.locator('noscript').allInnerTexts();
  const said = {
    headings: await page.locator('h1').count(),
    live: await page.locator(':is(button, input, select):visible:enabled:not([type=search])').count(),
    lines: text.split('\n').filter((line) => line.trim() !== '' && !instead.includes(line)),
  };
  await context.close();
  return said;
}
