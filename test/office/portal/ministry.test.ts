import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Pipeline } from '../../../infra/local/pipeline.ts';
import { dayInVietnam } from '../../../shared/format/format-date.ts';
import { openPeriods, of as quarterly } from '../../support/officer-portal.ts';
import {
  openPortal,
  overflows,
  picture,
  type RunningPortal,
  signInAs,
  type Visitor,
  violations,
  visit,
  widths,
} from '../../support/portal.ts';
import { threeUnits, workbookOf, workbooksOf } from '../../support/round-workbooks.ts';
import { group, period, receive } from '../../support/running-pipeline.ts';

let portal: RunningPortal;
let pipeline: Pipeline;
let browser: Browser;

/** Somebody else's words on every screen that shows them. */
const hostile = '<img src=x onerror=alert(1)> =1+1 \u202Eđảo';

beforeAll(async () => {
  portal = await openPortal();
  ({ pipeline, browser } = portal);
  await receive(await workbooksOf(threeUnits), pipeline);
  await sendNothing('P04-2025');
});
afterAll(async () => {
  vi.useRealTimers();
  await portal?.close();
});

/** As a unit's own system would. */
async function api(by: { role: 'officer'; unit: string }, route: string, body: unknown): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const token = await pipeline.issueToken({ sub: `${by.role}.${by.unit}`, ...by });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(new URL(path, pipeline.url), { method, headers, body: JSON.stringify(body) });
}

/** Rejected: nothing is declared in it. */
const sendNothing = (unit: string) =>
  api({ role: 'officer', unit }, `POST /v1/submissions/${group}/${period}/${unit}`, []);

const board = `#/ky/${group}/${period}`;
/** To another screen of the same page. */
const go = (page: Page, hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

async function looksRight({ page, complaints }: Visitor, name: string): Promise<void> {
  await picture(page, name);
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  expect(complaints).toEqual([]);
}

describe('the board of a period', () => {
  it.each([
    ['360', widths.phone, 'light'],
    ['1280', widths.desktop, 'dark'],
    ['1920', widths.wall, 'light'],
  ] as const)('says who stands how at %s, from the landing page in one step', async (name, width, colorScheme) => {
    const visitor = await visit(browser, { width, colorScheme });
    await signInAs(visitor, 'publisher', pipeline);
    const { page } = visitor;
    await heading(page, 'Các kỳ báo cáo');
    await looksRight(visitor, `ministry-periods-${name}`);
    await follow(page, /34 tỉnh/);
    await heading(page, /Năm 2024/);
    await page.getByText('3 ◑ Đã tiếp nhận').waitFor();
    await page.getByText('1 ✕ Bị từ chối').waitFor();
    await page.locator('svg.map').waitFor();
    await looksRight(visitor, `ministry-board-${name}`);
  });

  it('is kept up to date without a reload, and filters stand in the address', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'operator', pipeline, `${board}?loc=rejected`);
    await page.getByText('1 đơn vị', { exact: true }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('hai phong');
    await page.getByText('0 đơn vị', { exact: true }).waitFor();
    expect(new URL(page.url()).hash).toContain('tim=hai+phong');
    await page.getByText('1 ✕ Bị từ chối').waitFor();
    await sendNothing('P31-2025');
    await page.getByText('2 ✕ Bị từ chối').waitFor();
    expect(visitor.complaints).toEqual([]);
    // What has not changed is not sent again.
    const unchanged = page.waitForResponse((answer) => answer.url().endsWith('/units') && answer.status() === 304);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await unchanged;
    await visitor.context.setOffline(true);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText(/Mất kết nối mạng.*Số liệu dưới đây là lúc/).waitFor();
    await page.getByText('2 ✕ Bị từ chối').waitFor();
    await visitor.context.setOffline(false);
    await page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText(/tự làm mới mỗi 15 giây/).waitFor();
    await press(page, 'English');
    await page.getByText('2 ✕ Rejected').waitFor();
  });

  it('leads to a unit: what it sent, what was found, who did what', async () => {
    const visitor = await visit(browser, { width: widths.phone });
    const { page } = visitor;
    await signInAs(visitor, 'publisher', pipeline, `${board}/don-vi/P04-2025`);
    await page.getByText(/Lần gửi 1/).click();
    // As the sign-in calls them; what the person did leads to all they did.
    await page.getByRole('link', { name: 'Cán bộ báo cáo, Tỉnh Cao Bằng' }).first().waitFor();
    await looksRight(visitor, 'ministry-unit-360');
    await follow(page, 'Cán bộ báo cáo, Tỉnh Cao Bằng');
    await page.getByText('Chỉ việc của Cán bộ báo cáo, Tỉnh Cao Bằng').waitFor();
    expect(await page.locator('ol.log > li').count()).toBe(1);
  });

  it('is gone through by keys, which are told, and which a field does not take for its own', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'publisher', pipeline, board);
    await page.getByRole('link', { name: 'Tỉnh Cao Bằng' }).waitFor();
    const focused = () => page.evaluate('document.activeElement.textContent');
    const press = (key: string) => page.keyboard.press(key);
    await press('j');
    const first = await focused();
    await press('j');
    expect(await focused()).not.toBe(first);
    await press('k');
    expect(await focused()).toBe(first);
    await press('?');
    await page.getByText('Dùng phím tắt một phím').waitFor();
    await looksRight(visitor, 'ministry-board-keys-1280');
    await press('/');
    await page.keyboard.type('jk');
    await page.getByText('0 đơn vị', { exact: true }).waitFor();
    await page.getByLabel('Tìm').fill('cao bang');
    await page.getByLabel('Tìm').blur();
    await press('j');
    await press('Enter');
    await heading(page, /Cao Bằng/);
    await go(page, `#/nhat-ky/${group}/${period}`);
    await page.locator('ol.log > li').nth(1).waitFor();
    await press('j');
    expect(await page.evaluate("document.activeElement.closest('ol.log > li') !== null")).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('from closing to a correction', () => {
  let first: Visitor;
  let second: Visitor;

  it('closes on a page of its own, runs with steps that show, and previews', async () => {
    first = await visit(browser);
    const { page } = first;
    await signInAs(first, 'publisher', pipeline, board);
    await follow(page, 'Đóng kỳ');
    await heading(page, 'Đóng kỳ');
    await page.getByText('Việc đóng kỳ không rút lại được').waitFor();
    await looksRight(first, 'ministry-close-1280');
    await press(page, 'Đóng kỳ');
    await heading(page, 'Tính điểm và xem trước');
    await press(page, 'Chạy tính điểm');
    await heading(page, /Lần tính điểm/);
    await page.getByText('Sẵn sàng xem trước').waitFor();
    await page.getByText('Kiểm tra không phát hiện gì').waitFor();
    await page.getByRole('cell', { name: '1', exact: true }).first().waitFor();
    await looksRight(first, 'ministry-run-1280');
  });

  it('tells who ran it in words, in the place of the button, that a second person has to release', async () => {
    const { page } = first;
    await follow(page, 'Công bố');
    await heading(page, 'Công bố kết quả');
    await page.getByText('Người công bố khác làm được').waitFor();
    expect(await page.getByRole('button', { name: /Công bố/ }).count()).toBe(0);
    await looksRight(first, 'ministry-release-kept-1280');
  });

  it('is released by the second person in three actions after sign-in', async () => {
    second = await visit(browser);
    const { page } = second;
    await signInAs(second, 'publisher-2', pipeline);
    await heading(page, 'Các kỳ báo cáo');
    await follow(page, /34 tỉnh/);
    await follow(page, 'Công bố kết quả');
    await page.getByRole('button', { name: 'Công bố r1 năm 2024' }).waitFor();
    await looksRight(second, 'ministry-release-1280');
    await press(page, 'Công bố r1 năm 2024');
    await heading(page, 'Đã công bố r1 năm 2024');
    await looksRight(second, 'ministry-released-1280');
    expect((await fetch(`${pipeline.url}/releases/dti/province34/2024/r1/`)).status).toBe(200);
  });

  it.each([
    ['360', widths.phone],
    ['1280', widths.desktop],
  ] as const)('gives a table of what the ministry chooses, named in the address, at %s', async (name, width) => {
    const visitor = await visit(browser, { width });
    const { page } = visitor;
    await signInAs(visitor, 'operator', pipeline, '#/bang-so-lieu?chi-so=dti');
    await page.getByRole('group', { name: 'Chỉ số (1/' }).waitFor();
    await press(page, 'Bỏ chọn hết: Đơn vị');
    expect(await page.getByRole('button', { name: 'Tải bảng Excel' }).isDisabled()).toBe(true);
    await page.getByLabel('Huế').check();
    await page.getByText('Bảng: 1 đơn vị, 1 chỉ số, 1 kỳ.').waitFor();
    expect(new URL(page.url()).hash).toContain('don-vi=P46-2025');
    await looksRight(visitor, `ministry-table-${name}`);
    const file = page.waitForEvent('download');
    await press(page, 'Tải bảng Excel');
    expect((await file).suggestedFilename()).toBe('bang-so-lieu-dti-province34.xlsx');
    expect(visitor.complaints).toEqual([]);
  });

  it.each([
    ['publisher', `${board}/don-vi/P46-2025`],
    [{ role: 'certifier', unit: 'P46-2025' } as const, `#/ket-qua/${group}/${period}`],
  ])('gives the fuller profile of a unit to %o, who finds it on its screen', async (person, screen) => {
    const visitor = await visit(browser, { width: widths.phone });
    await signInAs(visitor, person, pipeline, screen);
    const file = visitor.page.waitForEvent('download');
    await press(visitor.page, 'Tải hồ sơ đầy đủ của đơn vị, Excel');
    expect((await file).suggestedFilename()).toBe('ho-so-P46-2025-2024.xlsx');
    expect(visitor.complaints).toEqual([]);
  });

  it('reopens a unit with a reason, whatever the words hold, and closes again', async () => {
    const { page } = first;
    await go(page, `${board}/don-vi/${threeUnits[0]}`);
    await page.getByLabel('Đến hết ngày').fill('2099-12-31');
    await page.getByLabel('Lý do').fill(hostile);
    const reopened = page.waitForResponse((answer) => answer.url().endsWith('/reopen') && answer.ok());
    await press(page, 'Mở lại');
    await reopened;
    await go(page, `#/nhat-ky/${group}/${period}?kind=reopened`);
    await page.locator('.log').getByText('<img src=x onerror=alert(1)>').waitFor();
    await looksRight(first, 'ministry-log-1280');
    const download = page.waitForEvent('download');
    await press(page, 'Tải CSV');
    expect((await download).suggestedFilename()).toBe('nhat-ky-province34-2024.csv');
    await receive([await workbookOf(threeUnits[0], { awareness: '0.5' })], pipeline);
    await go(page, `${board}/dong`);
    await press(page, 'Đóng kỳ');
    await heading(page, 'Tính điểm và xem trước');
    expect(first.complaints).toEqual([]);
  });

  it('corrects with what was wrong, why and who found it; the preview is against r1, with causes', async () => {
    const { page } = first;
    await press(page, 'Chạy tính điểm');
    await follow(page, 'Ghi lý do đính chính');
    await heading(page, 'Đính chính');
    await page.getByLabel('Lý do, sẽ công bố').fill('Đơn vị khai nhầm');
    await page.getByLabel(/Ai phát hiện/).fill('Sở Khoa học và Công nghệ');
    first.complaints.length = 0;
    await looksRight(first, 'ministry-correct-1280');
    await press(page, 'Chạy tính điểm đính chính');
    await heading(page, /r2/);
    await page.getByText('Sẵn sàng xem trước').waitFor();
    await page.getByRole('heading', { name: 'So với r1 năm 2024' }).first().waitFor();
    await page.getByText('số liệu của đơn vị').first().waitFor();
    await looksRight(first, 'ministry-correction-run-1280');
  });

  it('is opened to units until a day; a unit sees its own result and objects', async () => {
    const { page } = first;
    await follow(page, 'Mở cho đơn vị xem');
    await page.getByLabel('Ngày cuối đơn vị nêu ý kiến').fill(dayInVietnam(new Date().toISOString()));
    await looksRight(first, 'ministry-open-preview-1280');
    await press(page, 'Mở cho đơn vị xem');
    await heading(page, 'Ý kiến về kết quả dự kiến');
    const unit = await visit(browser, { width: widths.phone });
    const head = { role: 'certifier', unit: 'P46-2025' } as const;
    await signInAs(unit, head, pipeline, `#/ket-qua-du-kien/${group}/${period}`);
    await unit.page.getByText(/Hạng \d trong 3 đơn vị/).waitFor();
    await unit.page.getByLabel('Nội dung, lý do').fill(hostile);
    await press(unit.page, 'Gửi ý kiến');
    await unit.page.getByText('Chưa trả lời.').waitFor();
    await unit.page.getByText('<img src=x').waitFor();
    await looksRight(unit, 'unit-preview-360');
  });

  it('is kept back while the day lasts and an objection waits, and says who can change it', async () => {
    const { page } = second;
    await go(page, board);
    await follow(page, 'Công bố kết quả');
    await page.getByText(/Còn 1 ý kiến về kết quả dự kiến chưa được trả lời/).waitFor();
    await page.getByText('Chờ đến ngày.').waitFor();
    expect(await page.getByRole('button', { name: /Công bố/ }).count()).toBe(0);
    await looksRight(second, 'ministry-release-waits-1280');
    await go(first.page, board);
    await follow(first.page, 'Ý kiến của đơn vị (1)');
    await first.page.getByLabel('Trả lời').fill('Đã xem lại, giữ nguyên');
    await looksRight(first, 'ministry-objections-1280');
    await press(first.page, 'Gửi trả lời');
    await first.page.getByText('Không chấp nhận', { exact: true }).waitFor();
  });

  it('is announced the day after by the second person for a minute, and taken back by who ran it, with a reason', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    second = await visit(browser);
    const { page } = second;
    await signInAs(second, 'publisher-2', pipeline, board);
    await follow(page, 'Công bố kết quả');
    await announce(page);
    await looksRight(second, 'ministry-announced-1280');
    first = await visit(browser, { width: widths.phone });
    await signInAs(first, 'publisher', pipeline, board);
    await first.page.getByText(/r2 năm 2024 được ấn định công bố lúc .*, còn/).waitFor();
    await follow(first.page, 'Xem, rút lại đợt đã ấn định');
    await first.page.getByLabel('Lý do rút lại').fill(hostile);
    await looksRight(first, 'ministry-announced-360');
    await press(first.page, 'Rút lại đợt đã ấn định');
    await first.page.getByText(/Đã rút lại r2 năm 2024 lúc/).waitFor();
    await looksRight(first, 'ministry-withdrawn-360');
    // Whoever looks on is shown it too.
    await heading(page, 'Công bố kết quả');
  });

  it('goes out by itself at the minute it was announced for again, and the screen leads to it', async () => {
    const { page } = second;
    const at = await announce(page);
    expect((await fetch(`${pipeline.url}/releases/dti/province34/2024/r2/`)).status).toBe(404);
    await pipeline.runSchedule('publish-release', at);
    await heading(page, 'Đã công bố r2 năm 2024');
    const link = page.getByRole('link', { name: 'Trang của đợt trên trang công bố' });
    await looksRight(second, 'ministry-released-by-itself-1280');
    const release = await fetch((await link.getAttribute('href'))!);
    expect(await release.text()).toContain('Đợt này đã đính chính đợt');
  });

  /** Answers the minute: an hour ahead of the engines' clock, typed as the clock in Vietnam shows it. */
  async function announce(page: Page): Promise<Date> {
    const at = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 3_600_000);
    const typed = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
    await page.getByLabel('Thời điểm công bố, giờ Việt Nam').fill(typed);
    await page.getByText(`Được hiểu là ${typed.slice(11)} ngày`).waitFor();
    await press(page, 'Ấn định công bố r2 năm 2024');
    await heading(page, 'Chờ công bố r2 năm 2024');
    return at;
  }
});

// Last: with its periods the landing page has more lines than one.
describe('closing', () => {
  it.each([
    ['360', widths.phone],
    ['1280', widths.desktop],
  ] as const)('is kept from whoever is too early, who is told why beside the button, at %s', async (name, width) => {
    await openPeriods(pipeline);
    const visitor = await visit(browser, { width });
    await signInAs(visitor, 'publisher', pipeline, `#/ky/${quarterly.group}/${quarterly.period}/dong`);
    const { page } = visitor;
    await page.getByText(/Chưa đóng được: còn 34 đơn vị chưa có số liệu được tính và hạn gửi là hết ngày/).waitFor();
    expect(await page.getByRole('button', { name: 'Đóng kỳ' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Nhắc đơn vị' }).waitFor();
    await looksRight(visitor, `ministry-close-early-${name}`);
  });
});
