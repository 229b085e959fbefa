import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Pipeline } from '../../../infra/local/pipeline.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { pdf } from '../../support/evidence-files.ts';
import {
  chooseFile,
  earlier,
  evidenceOf,
  figuresOf,
  formWith,
  of,
  officer,
  openPeriods,
  sendEvidenceFor,
  submissionsOf,
} from '../../support/officer-portal.ts';
import {
  openPortal,
  overflows,
  picture,
  type RunningPortal,
  signInAs,
  violations,
  visit,
  widths,
} from '../../support/portal.ts';

let portal: RunningPortal;
let pipeline: Pipeline;
let browser: Browser;
beforeEach(async () => {
  portal = await openPortal();
  ({ pipeline, browser } = portal);
  await openPeriods(pipeline);
});
afterEach(() => portal?.close());

/** Accessible, within the window, and kept to be looked at. */
async function look(page: Page, name: string, width: number): Promise<void> {
  await picture(page, `${name}-${width}`);
  const found = { name, wide: await overflows(page), violations: await violations(page) };
  expect(found).toEqual({ name, wide: false, violations: [] });
}

const address = (screen: string, ...more: string[]) => `#/${[screen, of.group, of.period, ...more].join('/')}`;
/** Two cells that nobody could count with, and all else as it should be. */
const wrong = { 'inf_ai/count': 'khoảng 2', 'aw_radio/numerator': '160' };

describe.each([widths.phone, widths.desktop])('an officer, %i pixels wide', (width) => {
  it('sends a form, mends wrong cells on the screen without Excel, and has a receipt', async () => {
    const visitor = await visit(browser, { width });
    const { page, complaints } = visitor;
    await signInAs(visitor, officer, pipeline);
    await page.getByText('Chưa gửi số liệu.').first().waitFor();
    await look(page, 'viec', width);
    await page.getByRole('link', { name: 'Gửi tệp Excel' }).first().click();
    await page.getByRole('heading', { name: 'Gửi tệp Excel, Quý III/2026' }).waitFor();
    await look(page, 'gui', width);
    const form = await formWith(wrong);
    await chooseFile(page, 'Chọn tệp Excel', 'Cao Bằng.xlsx', form);
    await page.getByRole('heading', { name: '2 lỗi cần sửa trước khi được tiếp nhận' }).waitFor();
    await look(page, 'ket-qua-loi', width);
    await page
      .getByRole('link', { name: /Ứng dụng AI/ })
      .first()
      .click();
    await mend(page, 'Ứng dụng AI', '2', 'Hiểu là 2');
    await page.getByRole('link', { name: /Lỗi \(/ }).click();
    await look(page, 'sua', width);
    await page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
    // What could not be read, or breaks a rule, keeps it from being sent.
    await page.getByText(/Chưa gửi được: còn 1 lỗi/).waitFor();
    await page.getByRole('link', { name: 'Quay lại bảng số liệu' }).click();
    await mend(page, 'truyền thanh', '110', 'Hiểu là 110');
    await page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
    await page.getByRole('button', { name: 'Gửi', exact: true }).waitFor();
    await look(page, 'kiem-tra', width);
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    await page.getByRole('heading', { name: 'Kết quả lần gửi 2' }).waitFor();
    await page.getByText(/Đã tiếp nhận lúc .* \(lần gửi 2\)/).waitFor();
    await look(page, 'ket-qua-tiep-nhan', width);
    await page.getByRole('link', { name: 'Biên nhận' }).click();
    await page.getByText(`${of.period}/${of.unit_id}/2`).waitFor();
    await look(page, 'bien-nhan', width);
    expect(complaints).toEqual([]);
    const { submissions } = await submissionsOf(pipeline);
    expect(submissions.map(({ receipt, status, format }) => [receipt, status, format])).toEqual([
      [2, 'accepted', 'json'],
      [1, 'rejected', 'xlsx'],
    ]);
    const figures = await figuresOf(pipeline, 2);
    const ai = figures.find(({ indicator }) => indicator === 'inf_ai')!;
    expect(ai).toMatchObject({ value: '2', corrects: { submission_sha256: sha256Of(form), sheet: 'Số liệu' } });
    const others = figures.filter(({ corrects }) => corrects === undefined);
    expect(new Set(others.map(({ submission_sha256 }) => submission_sha256))).toEqual(new Set([sha256Of(form)]));
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).toBe('{}');
  });

  it('keeps what was edited over a reload, and sends nothing by that', async () => {
    const visitor = await visit(browser, { width });
    const { page } = visitor;
    await signInAs(visitor, officer, pipeline, address('gui'));
    await chooseFile(page, 'Chọn tệp Excel', 'Cao Bằng.xlsx', await formWith(wrong));
    await page.getByRole('heading', { name: /2 lỗi cần sửa/ }).waitFor();
    await mend(page, 'Ứng dụng AI', '3', 'Hiểu là 3');
    await page.reload();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByText(/Đã sửa 1 dòng, chưa gửi/).waitFor();
    await page.getByRole('button', { name: 'Bỏ các thay đổi của dòng này' }).click();
    await page.getByText(/chưa gửi/).waitFor({ state: 'detached' });
    expect((await submissionsOf(pipeline)).submissions).toHaveLength(1);
  });

  it('sees what was sent, and what changed between two submissions', async () => {
    const visitor = await visit(browser, { width });
    const { page, complaints } = visitor;
    await signInAs(visitor, officer, pipeline, address('gui'));
    await chooseFile(page, 'Chọn tệp Excel', 'lần 1.xlsx', await formWith());
    await page.getByRole('heading', { name: 'Kết quả lần gửi 1' }).waitFor();
    await page.getByRole('link', { name: 'Gửi tệp khác' }).click();
    await chooseFile(page, 'Chọn tệp Excel', 'lần 2.xlsx', await formWith({ 'inf_ai/count': '5' }));
    await page.getByRole('heading', { name: 'Kết quả lần gửi 2' }).waitFor();
    await page.getByRole('link', { name: 'Lịch sử gửi' }).click();
    await page.getByRole('link', { name: 'Xem khác biệt' }).click();
    await page.getByText('1 dòng khác nhau').waitFor();
    await look(page, 'lich-su', width);
    expect(complaints).toEqual([]);
  });

  it('sends evidence for an indicator, is told what is no document, and takes a file from an earlier period', async () => {
    const visitor = await visit(browser, { width });
    const { page, complaints } = visitor;
    const old = pdf('quý trước');
    await sendEvidenceFor(pipeline, earlier, old, 'inf_ai');
    await signInAs(visitor, officer, pipeline, address('tai-lieu'));
    const section = page.getByRole('region', { name: /Ứng dụng AI/ });
    await section.getByText('Chưa có tệp.').waitFor();
    await chooseFile(page, /Gửi tệp cho 3\.\d+/, 'Báo cáo 12.pdf', pdf('mới'), section);
    await section.getByText('Báo cáo 12.pdf').first().waitFor();
    await chooseFile(page, /Gửi tệp cho/, 'giả.pdf', Buffer.from('<html><script>alert(1)</script>'), section);
    await section.getByText('không được tiếp nhận').waitFor();
    await section.getByRole('button', { name: /Lấy từ kỳ trước/ }).click();
    await section.getByRole('button', { name: /Dùng lại/ }).click();
    await section.getByText(/lấy từ Quý II\/2026/).waitFor();
    await look(page, 'tai-lieu', width);
    const files = await evidenceOf(pipeline, of.period);
    expect(files.map(({ status, sha256 }) => [status, sha256 === sha256Of(old)])).toEqual([
      ['accepted', true],
      ['refused', false],
      ['accepted', false],
    ]);
    expect(complaints).toEqual([]);
  });
});

describe('the smallest phone, in the dark and in English', () => {
  it('shows every screen of the officer whole, and axe finds nothing', async () => {
    const visitor = await visit(browser, { width: widths.small, colorScheme: 'dark' });
    const { page, complaints } = visitor;
    await signInAs(visitor, officer, pipeline, address('gui'));
    await page.getByRole('button', { name: 'English' }).click();
    await chooseFile(page, 'Choose the workbook', 'a.xlsx', await formWith(wrong));
    await page.getByRole('heading', { name: '2 errors to mend first' }).waitFor();
    await look(page, 'result-dark', widths.small);
    const screens = [
      ['viec', /Work of/],
      ['gui', /Send the workbook/],
      ['bien-nhan', /Receipt 1/],
      ['lich-su', /What was sent/],
      ['tai-lieu', /Evidence/],
    ] as const;
    for (const [screen, heading] of screens) {
      const hash = screen === 'viec' ? '#/viec' : address(screen, ...(screen === 'bien-nhan' ? ['1'] : []));
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await page.getByText('Loading…').waitFor({ state: 'detached' });
      await look(page, `${screen}-dark`, widths.small);
    }
    expect(complaints).toEqual([]);
  });
});

/** Opens the first row of that name and types another value. */
async function mend(page: Page, name: string, value: string, understood: string): Promise<void> {
  const row = page.locator('tr[id]').filter({ hasText: name }).first();
  const id = await row.getAttribute('id');
  const button = row.getByRole('button', { name: 'Sửa' });
  if (await button.isVisible()) await button.click();
  await page.locator(`#${id!.replace('dong', 'sua')}-value`).fill(value);
  await page.getByText(understood).first().waitFor();
}
