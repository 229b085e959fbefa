import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import { uploadWorkbook } from '../../../infra/local/round/upload-workbook.ts';
import { dayInVietnam } from '../../../shared/format/format-date.ts';
import { pdf } from '../../support/evidence-files.ts';
import { chooseFile } from '../../support/officer-portal.ts';
import { openPortal, type Person, picture, type RunningPortal, signInAs, visit, widths } from '../../support/portal.ts';
import { threeUnits, workbookOf, workbooksOf } from '../../support/round-workbooks.ts';
import { group, period } from '../../support/running-pipeline.ts';

let portal: RunningPortal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(async () => {
  vi.useRealTimers();
  await portal?.close();
});

const unit = 'P04-2025';
const of = `${group}/${period}`;
const board = `#/ky/${of}`;
const address = (screen: string, ...more: string[]) => `#/${[screen, of, ...more].join('/')}`;
const framework = (name: string) => join(projectRoot, 'shared/frameworks/dti-province-405', name);
const inDays = (days: number) => dayInVietnam(new Date(Date.now() + days * 86_400_000).toISOString());

const go = (page: Page, hash: string) => page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

const complaints: string[][] = [];
const pages: Page[] = [];

/** A person with a browser of their own, signed in at a screen. */
async function enter(person: Person, hash = '', width: number = widths.desktop): Promise<Page> {
  const visitor = await visit(portal.browser, { width });
  complaints.push(visitor.complaints);
  pages.push(visitor.page);
  await signInAs(visitor, person, portal.pipeline, hash);
  return visitor.page;
}

const start = Date.now();
/** Days after the first. The engines are of this process; whoever was signed in signs in again. */
const setDay = (days: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: start + days * 86_400_000, shouldAdvanceTime: true });

const jobs: string[] = [];

/** One job of the story, with the seconds that it took. */
async function job(name: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  await work().catch(async (error: unknown) => {
    for (const [index, page] of pages.entries()) await picture(page, `life-failed-${index}`);
    throw error;
  });
  jobs.push(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name}`);
}

describe('the life of a period', () => {
  it('is lived in browsers, from the framework to the correction of a release', { timeout: 600_000 }, async () => {
    const { pipeline } = portal;
    let ministry = await enter('publisher', '#/bo-chi-so/moi');
    const officer = await enter({ role: 'officer', unit }, '', widths.phone);
    let head = await enter({ role: 'certifier', unit }, '', widths.phone);

    await job('the ministry publishes a framework and opens the period', async () => {
      await ministry.setInputFiles('#framework-files', ['framework.json', 'indicators.csv'].map(framework));
      await press(ministry, 'Công bố');
      await follow(ministry, 'Mở kỳ');
      await ministry.getByLabel('Nhóm đơn vị').selectOption(group);
      await ministry.getByLabel('Kỳ', { exact: true }).fill(period);
      await ministry.getByLabel(/^Ngày cuối gửi/).fill(inDays(3));
      await ministry.getByLabel('Số liệu được tính').selectOption('required');
      await press(ministry, 'Mở kỳ');
      await ministry.waitForURL(`**${board}`);
    });

    await job('a unit sends a form and mends a wrong cell on the screen', async () => {
      const { bytes } = await workbookOf(unit, { awareness: 'khoảng 0,5' });
      await go(officer, address('gui'));
      await chooseFile(officer, 'Chọn tệp Excel', 'Cao Bằng.xlsx', Buffer.from(bytes));
      await officer.getByRole('heading', { name: '1 lỗi cần sửa trước khi được tiếp nhận' }).waitFor();
      await picture(officer, 'life-rejected-360');
      await officer.getByRole('button', { name: 'Sửa' }).first().click();
      await officer.locator('input[id$="-value"]').fill('0,5');
      await says(officer, 'Hiểu là 0,5');
      await follow(officer, 'Kiểm tra và gửi');
      await officer.getByRole('button', { name: 'Gửi', exact: true }).click();
      await officer.getByRole('heading', { name: 'Kết quả lần gửi 2' }).waitFor();
    });

    await job('it sends a file of evidence', async () => {
      await go(officer, address('tai-lieu'));
      const part = officer
        .getByRole('region')
        .filter({ has: officer.getByLabel(/Gửi tệp cho/) })
        .first();
      await chooseFile(officer, /Gửi tệp cho/, 'Báo cáo 12.pdf', pdf('báo cáo'), part);
      await says(officer, 'Báo cáo 12.pdf');
    });

    await job('the head of the unit certifies, on a phone', async () => {
      await head.reload();
      await press(head, 'Đăng nhập');
      await follow(head, /Xem và xác nhận lần gửi 2/);
      await head.getByRole('link', { name: 'Trả lại' }).waitFor();
      await head.getByRole('link', { name: 'Xác nhận', exact: true }).last().click();
      await press(head, 'Xác nhận lần gửi 2');
      await says(head, /Đã xác nhận lần gửi 2/);
    });

    await job('the ministry reminds whoever is missing and moves the deadline', async () => {
      await go(ministry, `#/thong-bao/${of}/nhac`);
      await press(ministry, 'Nhắc 33 đơn vị');
      await says(ministry, 'Đã gửi nhắc tới 33 đơn vị.');
      await go(ministry, `${board}/han`);
      await ministry.getByLabel('Ngày cuối mới').fill(inDays(5));
      await ministry.getByLabel('Lý do').fill('Mưa lũ tại nhiều tỉnh');
      await press(ministry, 'Đổi hạn gửi');
      await ministry.waitForURL(`**${board}`);
    });

    await job('three more units send by their own systems, and are certified', async () => {
      for (const one of threeUnits) await sendAndCertify(one);
    });

    await job('an appraiser asks back, the unit answers, the row is decided', async () => {
      const appraiser = await enter('appraiser', `#/tham-dinh/${of}/don-vi/${unit}`);
      await appraiser.getByRole('heading', { level: 2 }).first().waitFor();
      await appraiser.keyboard.press('3');
      await appraiser.keyboard.press('1');
      await says(appraiser, /đã gửi yêu cầu bổ sung/);
      await go(officer, `#/ket-qua/${of}`);
      await officer.getByLabel('Trả lời câu hỏi 1').fill('Đã gửi Báo cáo 12');
      await press(officer, 'Gửi trả lời');
      await says(officer, 'Không có câu hỏi nào chờ trả lời.');
      const again = await enter('appraiser', `#/tham-dinh/${of}/don-vi/${unit}`);
      await says(again, 'Đơn vị đã trả lời, cần xem lại');
      await again.keyboard.press('1');
      await says(again, /Đã lưu: Cao Bằng, giữ/);
    });

    await job('the deadline passes; the period is closed and run', async () => {
      setDay(6);
      ministry = await enter('publisher', `${board}/dong`);
      await press(ministry, 'Đóng kỳ');
      await press(ministry, 'Chạy tính điểm');
      await says(ministry, 'Sẵn sàng xem trước');
    });

    await job('units see the preview; one objects and is answered', async () => {
      await follow(ministry, 'Mở cho đơn vị xem');
      await ministry.getByLabel('Ngày cuối đơn vị nêu ý kiến').fill(inDays(0));
      await press(ministry, 'Mở cho đơn vị xem');
      await ministry.getByRole('heading', { name: 'Ý kiến về kết quả dự kiến' }).waitFor();
      head = await enter({ role: 'certifier', unit }, `#/ket-qua-du-kien/${of}`, widths.phone);
      await says(head, /Hạng \d trong 4 đơn vị/);
      await head.getByLabel('Nội dung, lý do').fill('Điểm nhận thức số chưa đúng');
      await press(head, 'Gửi ý kiến');
      await says(head, 'Chưa trả lời.');
      const second = await enter('publisher-2', board);
      await follow(second, 'Công bố kết quả');
      await says(second, /Còn 1 ý kiến về kết quả dự kiến chưa được trả lời/);
      expect(await second.getByRole('button', { name: /Công bố/ }).count()).toBe(0);
      await go(ministry, board);
      await follow(ministry, 'Ý kiến của đơn vị (1)');
      await ministry.getByLabel('Trả lời').fill('Đã xem lại, giữ nguyên');
      await press(ministry, 'Gửi trả lời');
      await ministry.getByText('Không chấp nhận', { exact: true }).waitFor();
    });

    await job('the day after, a second person releases in four actions after sign-in', async () => {
      setDay(7);
      const releaser = await enter('publisher-2');
      await follow(releaser, /34 tỉnh/);
      await follow(releaser, 'Công bố kết quả');
      await press(releaser, /^Công bố r1 /);
      await releaser.getByRole('heading', { name: /^Đã công bố/ }).waitFor();
      await picture(releaser, 'life-released-1280');
    });

    await job('the public page shows it', async () => {
      const page = await (await fetch(`${pipeline.url}/`)).text();
      expect(page).toContain('Cao Bằng');
      const { page: reader } = await visit(portal.browser, { width: widths.phone });
      await reader.goto(`${pipeline.url}/releases/dti/${of}/r1/`);
      await reader.getByRole('rowheader', { name: /^Cao Bằng/ }).waitFor();
    });

    await job('a unit is reopened, corrects, and r2 goes out with its reason', async () => {
      const corrector = await enter('publisher', `${board}/don-vi/${threeUnits[0]}`);
      await corrector.getByLabel('Đến hết ngày').fill('2099-12-31');
      await corrector.getByLabel('Lý do').fill('Đơn vị khai nhầm');
      const reopened = corrector.waitForResponse((answer) => answer.url().endsWith('/reopen') && answer.ok());
      await press(corrector, 'Mở lại');
      await reopened;
      await sendAndCertify(threeUnits[0], { awareness: '0.5' });
      await go(corrector, `${board}/dong`);
      await press(corrector, 'Đóng kỳ');
      await corrector.getByRole('heading', { name: 'Tính điểm và xem trước' }).waitFor();
      await go(corrector, `${board}/dinh-chinh`);
      await corrector.getByLabel('Lý do, sẽ công bố').fill('Đơn vị khai nhầm');
      await corrector.getByLabel(/Ai phát hiện/).fill('Sở Khoa học và Công nghệ');
      await press(corrector, 'Chạy tính điểm đính chính');
      await says(corrector, 'Sẵn sàng xem trước');
      const releaser = await enter('publisher-2', board);
      await follow(releaser, 'Công bố kết quả');
      await press(releaser, /^Công bố r2 /);
      await releaser.getByRole('heading', { name: /^Đã công bố/ }).waitFor();
      const page = await (await fetch(`${pipeline.url}/releases/dti/${of}/r2/`)).text();
      expect(page).toContain('Đơn vị khai nhầm');
    });

    process.stdout.write(`the life of a period, in browsers:\n${jobs.join('\n')}\n`);
    // A release that is held back answers 409; screens of the days before are signed out by the days that passed: 401.
    expect(complaints.flat().filter((one) => !/\b(401|409)\b/.test(one))).toEqual([]);
  });
});

/** By the unit's own system, and by its head. */
async function sendAndCertify(one: string, changes: Record<string, string> = {}): Promise<void> {
  const { pipeline } = portal;
  const files = Object.keys(changes).length > 0 ? [await workbookOf(one, changes)] : await workbooksOf([one]);
  const before = await receipts(one);
  for (const file of files) await uploadWorkbook(file, { group, period }, pipeline);
  await pipeline.settled();
  const token = await pipeline.issueToken({ sub: `certifier.${one}`, role: 'certifier', unit: one });
  const path = `/v1/submissions/${of}/${one}/receipts/${before + 1}/certify`;
  const answer = await fetch(new URL(path, pipeline.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
}

async function receipts(one: string): Promise<number> {
  const token = await portal.pipeline.issueToken({ sub: 'ministry', role: 'publisher' });
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL(`/v1/submissions/${of}/${one}`, portal.pipeline.url), { headers });
  return ((await answer.json()) as { submissions: unknown[] }).submissions.length;
}
