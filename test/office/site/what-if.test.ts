import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reweigh } from '../../../shared/scoring/reweigh.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { unitLabel } from '../../../shared/units/unit-label.ts';
import { launchBrowser, overflows, picture, violations, visit, widths } from '../../support/browser.ts';
import { release2024 } from '../../support/made-release.ts';
import { openVerifySite, type VerifySite } from '../../support/verify-site.tsx';

const path = 'dti/province34/2024/r1/what-if';

let site: VerifySite;
let browser: Browser;
let scoreboard: Scoreboard;
beforeAll(async () => {
  const files = await release2024();
  scoreboard = JSON.parse(new TextDecoder().decode(files.get('scoreboard.json')));
  site = await openVerifySite(files);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(hash = '', options: Parameters<typeof visit>[1] = {}, language = 'vi') {
  const visitor = await visit(browser, options);
  await visitor.page.goto(`${site.url}/${language}/${path}${hash}`);
  await visitor.page.locator('.what-if fieldset:enabled').waitFor();
  return visitor;
}

/** Unit, official rank and value, tried rank and value, from the top of the table. */
const rows = async (page: Page): Promise<string[][]> => {
  const told = await page.locator('.what-if tbody tr').allInnerTexts();
  return told.map((row) => row.split(/\s*\t\s*/).flatMap((cell) => cell.split(/ (?=\d,|–)/)));
};
const outcome = (page: Page) => page.locator('.what-if [data-outcome]').innerText();
const said = (page: Page, text: RegExp) => page.locator('.what-if [data-outcome]').filter({ hasText: text }).waitFor();

/** What the scoring code says of the same weights. */
function expected(weights: string[]): string[][] {
  const indices = scoreboard.measures.filter(({ kind }) => kind === 'main_index').map(({ measure }) => measure);
  const tried = reweigh(scoreboard, new Map(indices.map((measure, place) => [measure, weights[place]!])));
  const units = new Map(scoreboard.units.map((unit) => [unit.unit_id, unit]));
  const comma = (value: string) => value.replace('.', ',');
  return tried
    .toSorted((a, b) => a.rank! - b.rank! || units.get(a.unit_id)!.rank! - units.get(b.unit_id)!.rank!)
    .map(({ unit_id, rank, value }) => {
      const { scores, rank: official, ...unit } = units.get(unit_id)!;
      return [unitLabel(unit), `${official}`, comma(scores.dti!.value), `${rank}`, comma(value!)];
    });
}

const initial = ['50', '50', '140', '100', '100', '200', '150', '150'];

describe('what if', () => {
  it('stands at the official weights with the official ranks', async () => {
    const { page, context, complaints } = await open('', { width: widths.phone });
    expect(await outcome(page)).toContain('mọi thứ hạng trùng với kết quả chính thức');
    expect(await rows(page)).toEqual(expected(initial));
    expect(await page.getByText('Không phải kết quả chính thức', { exact: true }).isVisible()).toBe(true);
    expect([complaints, await overflows(page)]).toEqual([[], false]);
    await picture(page, 'what-if-initial-360');
    await context.close();
  });

  it('ranks anew as a slider is moved by keys, keeps it in the address, and says that it is not official', async () => {
    const { page, context, complaints } = await open();
    await page.getByRole('slider', { name: 'Hoạt động chính quyền số' }).focus();
    await page.keyboard.press('End');
    await said(page, /Không phải kết quả chính thức: với trọng số này \d+ trên 34 đơn vị đổi hạng/);
    const moved = initial.with(5, '400');
    expect(new URL(page.url()).hash).toBe(`#w=${moved.join(',')}`);
    expect(await rows(page)).toEqual(expected(moved));
    expect(complaints).toEqual([]);
    await picture(page, 'what-if-moved-1280');
    await context.close();
  });

  it('shows the same from the address alone, and the official weights after the reset', async () => {
    const weights = ['0', '12.5', '140', '0', '300', '20', '150', '999'];
    const { page, context } = await open(`#w=${weights.join(',')}`);
    await said(page, /đổi hạng/);
    expect(await rows(page)).toEqual(expected(weights));
    expect(await page.getByLabel('Thể chế số: trọng số, nhập số').inputValue()).toBe('12,5');
    await page.getByRole('button', { name: 'Trả về trọng số ban đầu' }).click();
    await said(page, /trùng với kết quả chính thức/);
    expect(await rows(page)).toEqual(expected(initial));
    expect(new URL(page.url()).hash).toBe('');
    await context.close();
  });

  it('takes a typed weight with a comma, and keeps the last one while what is typed is none', async () => {
    const { page, context } = await open();
    const box = page.getByLabel('Hạ tầng số: trọng số, nhập số');
    await box.fill('37,5');
    await said(page, /đổi hạng/);
    expect(await rows(page)).toEqual(expected(initial.with(2, '37.5')));
    await box.fill('nhiều');
    await said(page, /Trọng số là số từ 0/);
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    expect(await rows(page)).toEqual(expected(initial.with(2, '37.5')));
    await page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('37,5');
    await context.close();
  });

  it('leaves the official table and cannot be moved without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}/vi/${path}#w=0,0,0,0,0,0,0,1`);
    expect(await rows(page)).toEqual(expected(initial));
    expect(await page.getByRole('slider').first().isDisabled()).toBe(true);
    expect(await page.locator('noscript').isVisible()).toBe(true);
    await context.close();
  });

  it.each([
    [widths.small, 'light', 'vi'],
    [widths.desktop, 'dark', 'en'],
  ] as const)('breaks no rule of accessibility at %i px in the %s theme', async (width, colorScheme, language) => {
    const { page, context } = await open('#w=1,2,3,4,5,6,7,8', { width, colorScheme }, language);
    await said(page, language === 'vi' ? /đổi hạng/ : /change rank/);
    expect([await violations(page), await overflows(page)]).toEqual([[], false]);
    await picture(page, `what-if-${language}-${width}`);
    await context.close();
  });
});
