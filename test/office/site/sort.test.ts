import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePageScript } from '../../../infra/site/build-site.ts';
import { launchBrowser } from '../../support/browser.ts';
import { buildProvinceScoreboard, settle, withAnswered } from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const address = 'https://dti.example/';
const names = ['Huế', 'Hà Nội', 'Cà Mau', 'Cao Bằng', 'Cần Thơ'];

/** Five units; one answered nothing of a main index, another was not asked. */
function fewUnits() {
  const scoreboard = withAnswered(buildProvinceScoreboard(), 'P01-2025', { dti: [41, 47], workforce: [0, 6] });
  scoreboard.units = scoreboard.units.filter(({ unit_name_vi }) => names.includes(unit_name_vi));
  delete scoreboard.units.find(({ unit_name_vi }) => unit_name_vi === 'Cà Mau')!.scores.security;
  return settle(scoreboard);
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  browser = await launchBrowser();
  script = new TextDecoder().decode(await bundlePageScript());
});
afterAll(() => browser?.close());

async function open(hash = '', language: 'vi' | 'en' = 'vi'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const html = publishedPage(siteOf(fewUnits()), '', language);
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill(pathname.endsWith('.js') ? { contentType: 'text/javascript', body: script } : { status: 204 });
  });
  await page.goto(`${address}${hash}`);
  await page.locator('.search input').waitFor();
  return page;
}

const order = (page: Page) => page.locator('.ranking tbody tr:visible th > a').allInnerTexts();
const told = (page: Page) => page.locator('.search [role=status]').last().innerText();
const sorted = (page: Page) =>
  page.locator('[aria-sort]').evaluateAll((heads) => heads.map((head) => [head.dataset.c, head.ariaSort].join(' ')));
const press = (page: Page, head: string) => page.getByRole('columnheader', { name: head }).getByRole('link').click();

describe('a table sorted in place', () => {
  it('stands as the page came, and says nothing', async () => {
    const page = await open();
    expect(await order(page)).toEqual(['Hà Nội', 'Huế', 'Cần Thơ', 'Cà Mau', 'Cao Bằng']);
    expect([await told(page), await sorted(page)]).toEqual(['', ['dti descending']]);
    await page.close();
  });

  it('turns by a head, says so, keeps it in the address, and turns back', async () => {
    const page = await open();
    await press(page, 'Đơn vị');
    expect(await order(page)).toEqual(['Cà Mau', 'Cao Bằng', 'Cần Thơ', 'Hà Nội', 'Huế']);
    expect([await told(page), await sorted(page)]).toEqual(['Đang sắp xếp theo Đơn vị, tăng dần', ['ten ascending']]);
    expect(page.url()).toBe(`${address}#xep=ten`);
    await press(page, 'Đơn vị');
    expect(await order(page)).toEqual(['Huế', 'Hà Nội', 'Cần Thơ', 'Cao Bằng', 'Cà Mau']);
    await press(page, 'Chỉ số chuyển đổi số');
    expect(await order(page)).toEqual(['Hà Nội', 'Huế', 'Cần Thơ', 'Cà Mau', 'Cao Bằng']);
    expect(page.url()).toBe(address);
    await page.close();
  });

  it('leaves who has no place last in both directions: not asked, or without an answer', async () => {
    const page = await open();
    await press(page, 'An toàn thông tin mạng');
    expect(await order(page)).toEqual(['Huế', 'Hà Nội', 'Cần Thơ', 'Cao Bằng', 'Cà Mau']);
    await press(page, 'An toàn thông tin mạng');
    expect(await order(page)).toEqual(['Cao Bằng', 'Cần Thơ', 'Hà Nội', 'Huế', 'Cà Mau']);
    await press(page, 'Nhân lực số');
    expect((await order(page)).at(-1)).toBe('Hà Nội');
    await press(page, 'Nhân lực số');
    expect((await order(page)).at(-1)).toBe('Hà Nội');
    await page.close();
  });

  it('opens as its address says, in English too, and with what is looked for', async () => {
    const page = await open('#xep=security,tang', 'en');
    expect(await told(page)).toBe('Sorted by Network information security, ascending');
    await page.locator('.search input').fill('thua thien');
    expect(await order(page)).toEqual(['Huế']);
    await page.locator('.search input').fill('ha');
    expect(await order(page)).toEqual(['Cần Thơ', 'Hà Nội']);
    await page.close();
  });
});
