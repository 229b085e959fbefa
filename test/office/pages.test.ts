import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderNewerNotice } from '../../shared/site/newer-notice.tsx';
import { renderReceipt } from '../../shared/site/receipt-page.tsx';
import { siteStyle } from '../../shared/site/site-style.ts';
import { renderUnknownPage } from '../../shared/site/unknown-page.tsx';
import { corrections } from '../support/corrections.ts';
import { historiesOf, publishedScoreboards } from '../support/histories.ts';
import {
  asIllustrative,
  buildProvinceScoreboard,
  withAnswered,
  withMissing,
  withTie,
} from '../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../support/site-builder.ts';
import { toldReceiptOf } from '../support/told-receipt.ts';

const newer = renderNewerNotice(
  {
    release: 'dti/province34/2024/r2',
    correction: {
      corrects: 'dti/province34/2024/r1',
      reason: { text_vi: 'Đơn vị khai nhầm số liệu', kind: 'input', found_by: 'công dân' },
    },
  },
  'vi',
);
const unusual = withAnswered(
  withMissing(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'), 'P79-2025'),
  'P31-2025',
  { dti: [40, 47], pillar_gov: [31, 37], workforce: [0, 6], activity_gov: [11, 12] },
);
const histories = await historiesOf(buildProvinceScoreboard());
const before = (await publishedScoreboards())[1]!;
const pages = {
  ranking: publishedPage(siteOf(buildProvinceScoreboard())),
  'illustrative, superseded': publishedPage(siteOf(asIllustrative(unusual)), '', 'vi', { newer }),
  corrected: publishedPage(siteOf(buildProvinceScoreboard(), { corrections }), 'xep-hang/security/', 'en'),
  unit: publishedPage(siteOf(buildProvinceScoreboard(), { histories }), 'don-vi/P33-2025/'),
  'unit, tied, answered in part': publishedPage(siteOf(unusual, { histories }), 'don-vi/P31-2025/', 'en'),
  'unit, not submitted': publishedPage(siteOf(asIllustrative(unusual), { histories }), 'don-vi/P79-2025/'),
  'unit, dissolved': publishedPage(siteOf(before, { histories: await historiesOf(before) }), 'don-vi/P77/'),
  compare: publishedPage(siteOf(buildProvinceScoreboard()), 'so-sanh/P79-2025/P08-2025/'),
  'main index': publishedPage(siteOf(unusual), 'chi-so/awareness/'),
  map: publishedPage(siteOf(unusual), 'ban-do/'),
  unknown: renderUnknownPage(),
  receipt: renderReceipt(toldReceiptOf({ late: true })),
};
const themes = ['light', 'dark'] as const;

let browser: Browser;
let axe: string;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
});
afterAll(() => browser?.close());

async function open(html: string, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.setContent(html.replace(/<link rel="stylesheet"[^>]*>/, `<style>${siteStyle({})}</style>`));
  return page;
}

const cases = Object.entries(pages).flatMap(([name, html]) => themes.map((theme) => ({ name, html, theme })));

describe.each(cases)('the page "$name" in the $theme theme', ({ html, theme }) => {
  it.each([320, 1280])('breaks no rule of accessibility and needs no sideways scrolling at %i px', async (width) => {
    const page = await open(html, width, theme);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  it('shows where the keyboard is, in dark letters on yellow, on every link', async () => {
    const page = await open(html, 360, theme);
    const links = await page.locator('a:visible:not([tabindex="-1"]), summary').count();
    for (let link = 0; link < links; link++) {
      await page.keyboard.press('Tab');
      const look =
        '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.activeElement))';
      expect(await page.evaluate(look)).toEqual(['rgb(17, 22, 28)', 'rgb(255, 211, 61)']);
    }
    await page.close();
  });
});
