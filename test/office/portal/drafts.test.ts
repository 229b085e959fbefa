import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { callApi } from '../../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { pdf } from '../../support/evidence-files.ts';
import {
  overflows,
  picture,
  showPortal,
  signInAs,
  type Visitor,
  violations,
  visit,
  widths,
} from '../../support/portal.ts';
import { certifierOf, officerOf, postFile, publisher, type SignedForm, sha256 } from '../../support/uploads.ts';

const framework = await loadFramework('dti-province-405-indicators');
const group = 'province34';
const period = '2024';
const officer = (unit: string) => ({ role: 'officer', unit }) as const;
const form = `#/ke-khai/${group}/${period}`;

const { pipeline, browser } = await showPortal();
const body = { group, period, framework: frameworkDocument(framework), deadline: '2099-10-15' };
await callApi(pipeline.url, await publisher('ministry-runner', pipeline), 'POST /v1/periods', body);

const [first, second] = framework.indicators.filter(({ rule }) => rule === 'ratio');
const keyOf = (indicator = first!, input = 'numerator') => `${indicator.indicator}/${input}`;
/** Others work on the machine too. */
const soon = { timeout: 30_000 };
const codesOf = (key: string) => {
  const [indicator, input] = key.split('/');
  return { indicator, input };
};
const fieldOf = (page: Page, key = keyOf()) => page.locator(`[id="dong-${key}"]`);
const page = ({ page: of }: Visitor, selector: string) => of.locator(selector);
const saved = (page: Page) => page.locator('.saving').filter({ hasText: 'Đã lưu lúc' }).waitFor();

async function open(unit: string, hash = form, width: number = widths.desktop): Promise<Visitor> {
  const visitor = await visit(browser, { width });
  await signInAs(visitor, officer(unit), pipeline, hash);
  return visitor;
}

const draftOf = async (unit: string) =>
  callApi<{
    sections: {
      indicators: { rows: { indicator: string; input: string; value: string | null; rivals: { value: string }[] }[] }[];
    }[];
  }>(pipeline.url, await certifierOf(unit, pipeline), `GET /v1/drafts/${group}/${period}/${unit}` as 'GET /');

async function rowOf(unit: string, key = keyOf()) {
  const { sections } = await draftOf(unit);
  const rows = sections.flatMap(({ indicators }) => indicators.flatMap((one) => one.rows));
  return rows.find((row) => `${row.indicator}/${row.input}` === key)!;
}

async function sendFile(unit: string, indicator: string): Promise<void> {
  const bytes = pdf('a');
  const request = { sha256: sha256(bytes), size: bytes.length, file_name: 'Báo cáo.pdf', indicator };
  const door = `POST /v1/evidence/${group}/${period}/${unit}` as 'POST /';
  const signed = await callApi<SignedForm>(pipeline.url, await officerOf(unit, pipeline), door, request);
  expect((await postFile(signed, bytes)).ok).toBe(true);
  await pipeline.settled();
}

describe('filling the form on the screen', () => {
  it('saves as it is typed, tells how it is understood and what is wrong, and brings back to the row', async () => {
    const { page, complaints } = await open('P04-2025', form, widths.phone);
    await fieldOf(page).fill('1.234,5');
    await saved(page);
    await page.getByText('Hiểu là').first().waitFor();
    await fieldOf(page, keyOf(first, 'denominator')).fill('abc');
    await page.locator('.findings .error').first().waitFor();
    expect(await rowOf('P04-2025')).toMatchObject({ value: '1.234,5' });
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await picture(page, 'draft-form-360');
    await page.reload();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await fieldOf(page).waitFor();
    expect(await fieldOf(page).inputValue()).toBe('1.234,5');
    expect(await page.evaluate('document.activeElement.id')).toBe(`dong-${keyOf(first, 'denominator')}`);
    expect(complaints).toEqual([]);
  });

  it('loses nobody’s words when two people type in one row', async () => {
    const to = { department: 'so-y-te', department_name_vi: 'Sở Y tế' };
    const token = await pipeline.issueToken({ sub: 'officer.P08-2025', role: 'officer', unit: 'P08-2025' });
    const door = `POST /v1/assignments/${group}/${period}/P08-2025` as 'POST /';
    await callApi(pipeline.url, token, door, { rows: [{ indicator: first!.indicator }], to });
    const one = await visit(browser);
    await signInAs(one, { ...officer('P08-2025'), department: 'so-y-te' }, pipeline, form);
    const other = await open('P08-2025');
    await fieldOf(one.page).fill('11');
    // Words of others are words, whatever they would be elsewhere.
    const hostile = '=HYPERLINK("http://x") <b onclick=alert(1)>HTML</b> \u202Ecba';
    await one.page.getByRole('button', { name: 'Thêm ghi chú' }).first().click();
    const note = one.page.locator(`[id="dong-${keyOf()}-gc"]`);
    await note.fill(hostile);
    await note.blur();
    await saved(one.page);
    await fieldOf(other.page).fill('22');
    const question = other.page.getByRole('alert').filter({ hasText: 'giữ bản nào?' });
    await question.waitFor();
    expect(await question.textContent()).toMatch(
      /Đã đổi bởi .* lúc \d\d:\d\d ngày .*Bản đang lưu.*11.*Bản của tôi.*22/,
    );
    expect(await rowOf('P08-2025')).toMatchObject({ value: '11', rivals: [{ value: '22' }] });
    expect(await question.textContent()).toContain(hostile);
    expect(await other.page.locator('bdi b').count()).toBe(0);
    expect(await violations(other.page)).toEqual([]);
    await picture(other.page, 'draft-two-in-one-row');
    await question.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await saved(other.page);
    expect(await rowOf('P08-2025')).toMatchObject({ value: '22', rivals: [] });
    await other.page.getByText(/^Các bản trước/).click();
    await other.page
      .getByText(/11; Ghi chú: .* cán bộ của \u2068Sở Y tế/)
      .first()
      .waitFor();
    expect(await violations(other.page)).toEqual([]);
    await other.page.getByRole('button', { name: 'Dùng lại' }).first().click();
    await expect.poll(async () => (await rowOf('P08-2025')).value, soon).toBe('11');
  });

  it('of one person in two tabs is one draft, and says that it was oneself', async () => {
    const { page, context } = await open('P11-2025');
    const tab = await context.newPage();
    await tab.goto(`${pipeline.portalUrl}/portal/${form}`);
    await tab.getByRole('button', { name: 'Đăng nhập' }).click();
    await fieldOf(tab).waitFor();
    await fieldOf(page).fill('11');
    await saved(page);
    await fieldOf(tab).fill('22');
    const question = tab.getByRole('alert').filter({ hasText: 'chính người đang nhập (ở cửa sổ khác)' });
    await question.getByRole('button', { name: 'Giữ bản đang lưu' }).click();
    expect(await fieldOf(tab).inputValue()).toBe('11');
    await expect.poll(async () => (await rowOf('P11-2025')).rivals, soon).toEqual([]);
  });

  it('goes on when the network is lost while typing: nothing is lost, also by a reload', async () => {
    const { page, context } = await open('P12-2025');
    await fieldOf(page).fill('1');
    await saved(page);
    await context.setOffline(true);
    await fieldOf(page).fill('12');
    await page.getByText('Chưa lưu được, đang thử lại. Nội dung vẫn giữ trên máy này.').waitFor();
    await picture(page, 'draft-offline');
    await fieldOf(page).fill('123');
    await context.setOffline(false);
    await saved(page);
    await expect.poll(async () => (await rowOf('P12-2025')).value, soon).toBe('123');
    // An answer that was lost: the row stands on the server, and typing goes on.
    await page.route('**/rows', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await fieldOf(page).fill('1234');
    await page.getByText('Chưa lưu được, đang thử lại. Nội dung').waitFor();
    await fieldOf(page).fill('12345');
    await page.reload();
    await page.unroute('**/rows');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await fieldOf(page).waitFor();
    expect(await fieldOf(page).inputValue()).toBe('12345');
    await saved(page);
    expect(await rowOf('P12-2025')).toMatchObject({ value: '12345', rivals: [] });
  });
});

describe('what is known already', () => {
  it('is taken over as it is, and read as the very same', async () => {
    const unit = 'P14-2025';
    const rows = [
      { ...codesOf(keyOf()), value: '12' },
      { ...codesOf(keyOf(first, 'denominator')), value: '34', evidence: 'Báo cáo 7/BC-UBND' },
    ];
    const door = `POST /v1/submissions/${group}/${period}/${unit}` as 'POST /';
    expect(await callApi(pipeline.url, await officerOf(unit, pipeline), door, rows)).toMatchObject({ accepted: true });
    const { page } = await open(unit);
    await page.getByRole('button', { name: 'Lấy 2 số liệu này' }).click();
    await saved(page);
    expect(await fieldOf(page, keyOf(first, 'denominator')).inputValue()).toBe('34');
    expect(await rowOf(unit)).toMatchObject({ value: '12' });
    expect(await page.getByRole('button', { name: /^Lấy/ }).count()).toBe(0);
  });
});

describe('on the smallest phone, in the dark', () => {
  it.each([form, `${form}/gui`, `#/phan-cong/${group}/${period}`])('%s breaks no rule and fits', async (hash) => {
    const visitor = await visit(browser, { width: widths.small, colorScheme: 'dark' });
    await signInAs(visitor, officer('P04-2025'), pipeline, hash);
    await visitor.page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await violations(visitor.page)).toEqual([]);
    expect(await overflows(visitor.page)).toBe(false);
    await picture(visitor.page, `draft-320-${hash.split('/')[1]}${hash.endsWith('gui') ? '-gui' : ''}`);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('dividing the form, and sending it', () => {
  it('gives rows to a department, which fills them and sends nothing; the officer sends', async () => {
    const unit = 'P01-2025';
    const chief = await open(unit, `#/phan-cong/${group}/${period}`);
    const box = chief.page.getByRole('checkbox', { name: new RegExp(first!.name_vi.slice(0, 20)) });
    await box.first().waitFor();
    await box.first().check();
    await chief.page.getByLabel(/^Mã sở, phòng/).fill('so-y-te');
    await chief.page.getByLabel('Tên sở, phòng').fill('Sở Y tế');
    await chief.page.getByLabel(/^Hạn trong đơn vị/).fill('2099-10-05');
    await chief.page.getByRole('button', { name: /^Giao \d+ dòng đã chọn/ }).click();
    await chief.page.getByText(/^Đã giao \d+ dòng\.$/).waitFor();
    expect(await violations(chief.page)).toEqual([]);
    await picture(chief.page, 'draft-divide');

    const doctor = await visit(browser, { width: widths.phone });
    await signInAs(doctor, { role: 'officer', unit, department: 'so-y-te' }, pipeline);
    await doctor.page.getByText(/Sở Y tế: 0\/\d dòng đã có số liệu/).waitFor();
    expect(await violations(doctor.page)).toEqual([]);
    await picture(doctor.page, 'draft-department-360');
    await doctor.page.getByRole('link', { name: 'Bắt đầu kê khai' }).click();
    await fieldOf(doctor.page).fill('30');
    await fieldOf(doctor.page, keyOf(first, 'denominator')).fill('40');
    await saved(doctor.page);
    expect(await fieldOf(doctor.page, keyOf(second)).count()).toBe(0);
    expect(await doctor.page.getByRole('link', { name: 'Kiểm tra và gửi' }).count()).toBe(0);
    await doctor.page.evaluate(`location.hash = '${form}/gui'`);
    await doctor.page.getByRole('heading', { name: 'Không có màn hình này' }).waitFor();

    await sendFile(unit, first!.indicator);
    await chief.page.goto(`${pipeline.portalUrl}/portal/${form}?loc=so:so-y-te`);
    await chief.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await fieldOf(chief.page).waitFor();
    expect(await fieldOf(chief.page).inputValue()).toBe('30');
    await chief.page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
    await chief.page.getByRole('heading', { name: 'Điểm tự đánh giá' }).waitFor();
    expect(await violations(chief.page)).toEqual([]);
    await picture(chief.page, 'draft-check');
    // What keeps it from being sent stands where the button would be.
    await chief.page.getByText('Chưa gửi được: còn lỗi cần sửa trước').waitFor();
    await chief.page
      .getByRole('link', { name: /^Đến dòng/ })
      .first()
      .click();
    await chief.page
      .getByLabel(/Tài liệu kiểm chứng$/)
      .first()
      .waitFor();
    await page(chief, `[id="dong-${keyOf()}-tl"]`).fill('Báo cáo 12/BC-UBND');
    await chief.page.getByRole('button', { name: 'Dùng tệp “Báo cáo.pdf”' }).click();
    await saved(chief.page);
    await chief.page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
    expect(await chief.page.getByText('Chưa gửi được').count()).toBe(0);
    await chief.page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await chief.page.getByText('Đã tiếp nhận, là lần gửi 1 của đơn vị').waitFor();
    expect(await violations(chief.page)).toEqual([]);
    await picture(chief.page, 'draft-sent');
    await chief.page.goBack();
    await chief.page.getByRole('heading', { name: /^Kê khai/ }).waitFor();
    await chief.page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
    await chief.page.getByText(/Bản kê khai này đã được gửi lúc .* là lần gửi 1/).waitFor();
    expect(await chief.page.getByRole('button', { name: 'Gửi', exact: true }).count()).toBe(0);
  });
});
