import { beforeAll, describe, expect, it } from 'vitest';
import { callApi } from '../../../infra/local/round/call-api.ts';
import { digestOf, frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { framework as appraised, fill } from '../../support/appraisal-ledger.ts';
import { pdf, png } from '../../support/evidence-files.ts';
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
import { officerOf, postFile, publisher, type SignedForm, sha256 } from '../../support/uploads.ts';

const group = 'province34';
const period = '2026-Q3';
const [hanoi, caobang, hue] = ['P01-2025', 'P04-2025', 'P46-2025'] as const;
/** What a unit may write, on any screen: markup, a formula, a mark that turns the line around. */
const hostile = '<img src=x onerror="window.broken=1"> =HYPERLINK("http://x.example") \u202egnp.exe';

// Due each quarter, so that a unit is asked for all of it.
const { sha256: _, ...content } = {
  ...appraised,
  indicators: appraised.indicators.map((indicator) => ({ ...indicator, due: 'quarterly' as const })),
};
const framework = { ...content, sha256: digestOf(content) };

const { pipeline, browser } = await showPortal();
beforeAll(async () => {
  const token = await publisher('ministry-runner', pipeline);
  const document = { group, period, framework: frameworkDocument(framework), certification: 'required' };
  await callApi(pipeline.url, token, 'POST /v1/periods', document);
  for (const [index, unit] of [hanoi, caobang, hue].entries()) await send(unit, index);
});

const row = (indicator: string, input: string, value: string, more: object = {}) => ({
  indicator,
  input,
  value,
  ...more,
});

/** Figures of a unit, certified by its head but for Huế's. */
async function send(unit: string, index: number): Promise<void> {
  const evidence = `Báo cáo ${index + 1}/BC-UBND, 05/10/2026`;
  const values = [
    row('plan', 'answer', '1', { evidence, note: index === 0 ? hostile : null }),
    row('online', 'numerator', `${index + 3}`, { evidence: 'Báo cáo 9/BC-STTTT, 01/10/2026' }),
    row('online', 'denominator', '9'),
    row('satisfied', 'value', '0.5'),
  ];
  const path = `/v1/submissions/${group}/${period}/${unit}` as const;
  const officer = await officerOf(unit, pipeline);
  expect(await callApi(pipeline.url, officer, `POST ${path}`, values)).toMatchObject({ accepted: true });
  if (unit === hue) return;
  const certifier = await pipeline.issueToken({ sub: `head-${unit}`, role: 'certifier', unit });
  await callApi(pipeline.url, certifier, `POST ${path}/receipts/1/certify`);
}

async function sendEvidence(unit: string, bytes: Buffer, file_name: string): Promise<void> {
  const token = await officerOf(unit, pipeline);
  const path = `/v1/evidence/${group}/${period}/${unit}` as const;
  const asked = { sha256: sha256(bytes), size: bytes.length, file_name, indicator: 'plan' };
  const signed = await callApi<SignedForm>(pipeline.url, token, `POST ${path}`, asked);
  await postFile(signed, bytes);
  await callApi(pipeline.url, token, `POST ${path}/${sha256(bytes)}/check`);
}

const queue = (unit?: string) => `#/tham-dinh/${group}/${period}/${unit ? `don-vi/${unit}` : 'chi-so/plan'}`;
const heading = ({ page }: Visitor, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const status = ({ page }: Visitor, text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

describe('an appraiser', () => {
  it('finds the work, and decides on each row in at most two key presses', async () => {
    await sendEvidence(hanoi, png(), 'ảnh chụp.png');
    await sendEvidence(hanoi, pdf('x'), 'quyết định.pdf');
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'appraiser', pipeline);
    await page.getByRole('link', { name: /Thẩm định Quý III\/2026/ }).click();
    await page.getByRole('heading', { name: 'Thẩm định: Quý III/2026' }).waitFor();
    await picture(page, 'appraisal-progress-1280');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Chỉ số plan' }).click();
    await heading(visitor, 'Hà Nội').waitFor();
    await picture(page, 'appraisal-queue-1280');
    expect(await violations(page)).toEqual([]);
    let presses = 0;
    const press = async (key: string) => {
      presses++;
      await page.keyboard.press(key);
    };
    await press('1');
    await status(visitor, /Đã lưu: Hà Nội, giữ 20,5 điểm/);
    expect(presses).toBe(1);
    await heading(visitor, 'Cao Bằng').waitFor();
    presses = 0;
    await press('n');
    await press('2');
    await status(visitor, /Đã lưu: Cao Bằng, không chấp nhận, 0 điểm/);
    expect(presses).toBe(2);
    await picture(page, 'appraisal-decided-1280');
    expect(visitor.complaints).toEqual([]);
  });

  it('sees evidence beside the figures: a picture here, a PDF in a tab of its own, and words that stay words', async () => {
    const visitor = await visit(browser);
    const { page, context } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, `${queue()}?dong=${hanoi}/plan`);
    await heading(visitor, 'Hà Nội').waitFor();
    await page.getByRole('button', { name: /Xem ảnh chụp.png/ }).click();
    const shown = page.getByRole('img', { name: 'ảnh chụp.png' });
    await shown.waitFor();
    expect(new URL((await shown.getAttribute('src'))!).origin).toBe(new URL(pipeline.s3Url).origin);
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: /Xem quyết định.pdf/ }).click(),
    ]);
    await expect.poll(() => tab.url()).toContain(new URL(pipeline.s3Url).origin);
    await tab.close();
    await page.getByText('onerror="window.broken=1"', { exact: false }).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    const direction = "getComputedStyle(document.querySelector('bdi.said')).unicodeBidi";
    expect(await page.evaluate(direction)).toBe('isolate');
    await picture(page, 'appraisal-evidence-1280');
    expect(visitor.complaints).toEqual([]);
  });

  it('asks a unit for more; the answer brings the row back', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, `${queue(caobang)}?dong=${caobang}/online`);
    await heading(visitor, 'Chỉ số online').waitFor();
    await page.keyboard.press('3');
    await picture(page, 'appraisal-ask-1280');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('1');
    await status(visitor, /đã gửi yêu cầu bổ sung/);

    const officer = await visit(browser, { width: widths.phone });
    await signInAs(officer, { role: 'officer', unit: caobang }, pipeline, `#/ket-qua/${group}/${period}`);
    await officer.page.getByText('Đề nghị bổ sung tài liệu kiểm chứng', { exact: false }).waitFor();
    expect(await violations(officer.page)).toEqual([]);
    expect(await overflows(officer.page)).toBe(false);
    await picture(officer.page, 'feedback-360');
    await officer.page.getByLabel('Trả lời câu hỏi 1').fill(`Đã gửi báo cáo. ${hostile}`);
    await officer.page.getByRole('button', { name: 'Gửi trả lời' }).click();
    await officer.page.getByText('Không có câu hỏi nào chờ trả lời.').waitFor();
    // The refusal of the plan is answered once.
    await officer.page.getByText('Giải trình: Chỉ số plan').click();
    await officer.page.getByLabel('Nội dung giải trình').fill('Kế hoạch ban hành ngày 20/01/2026');
    await officer.page.getByRole('button', { name: 'Gửi giải trình' }).click();
    await officer.page.getByText('Đơn vị đã giải trình', { exact: false }).waitFor();
    await picture(officer.page, 'feedback-answered-360');
    expect(officer.complaints).toEqual([]);

    await page.goto(`${pipeline.portalUrl}/portal/index.html${queue(caobang)}?dong=${caobang}/online`);
    await page.reload();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await heading(visitor, 'Chỉ số online').waitFor();
    await page.getByText('Đơn vị đã trả lời, cần xem lại').first().waitFor();
    await page.getByText('Đã gửi báo cáo.', { exact: false }).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await picture(page, 'appraisal-replied-1280');
    // Second decision, in one press.
    await page.keyboard.press('1');
    await status(visitor, /Đã lưu: Cao Bằng, giữ/);
    await page.keyboard.press('k');
    expect(visitor.complaints).toEqual([]);
  });

  it('moves, searches, is told what keys do, takes a decision back, and turns the keys off', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, queue());
    await heading(visitor, 'Hà Nội').waitFor();
    await page.keyboard.press('j');
    await heading(visitor, 'Cao Bằng').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('k');
    await heading(visitor, 'Hà Nội').waitFor();
    await page.keyboard.press('u');
    await status(visitor, /Hà Nội, đã rút quyết định/);
    await page.keyboard.press('/');
    await page.keyboard.type('cao bang');
    await page.getByRole('row', { name: /Cao Bằng/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(new URL(page.url()).hash).toContain('tim=cao+bang');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByLabel('Dùng phím tắt một phím').uncheck();
    await picture(page, 'appraisal-keys-1280');
    await page.keyboard.press('1');
    await page.getByRole('button', { name: '[1] Giữ 20,5' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('keeps many at once, by a list and a count, and works on a phone', async () => {
    const visitor = await visit(browser, { width: widths.small, colorScheme: 'dark' });
    const { page } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, queue(hanoi));
    await page.getByRole('link', { name: 'Giữ điểm hàng loạt…' }).waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'appraisal-queue-320-dark');
    await page.getByRole('link', { name: 'Giữ điểm hàng loạt…' }).click();
    const button = page.getByRole('button', { name: 'Giữ điểm tự đánh giá của 1 dòng' });
    await button.waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'appraisal-bulk-320-dark');
    await button.click();
    await status(visitor, /Đã lưu 1\/1 dòng/);
    expect(visitor.complaints).toEqual([]);
  });

  it('hands in the workbook, which meets the same decisions', async () => {
    const token = await pipeline.issueToken({ sub: 'appraiser', role: 'appraiser' });
    const link = { authorization: `Bearer ${token}`, accept: 'application/json' };
    const issued = await fetch(new URL(`/v1/appraisals/${group}/${period}`, pipeline.url), { headers: link });
    const { url } = (await issued.json()) as { url: string };
    const workbook = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const filled = await fill(workbook, { [`${caobang} satisfied`]: [10, 'Theo kết quả kiểm tra'] });
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, `#/tham-dinh/${group}/${period}/tep`);
    const send = (bytes: Uint8Array) =>
      page.getByLabel('Nộp bảng thẩm định Excel…').setInputFiles({
        ...{ name: 'tham-dinh.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
      });
    await send(filled);
    await page.getByText('Đã ghi nhận 1 quyết định.').waitFor();
    await send(await fill(workbook, { [`${caobang} satisfied`]: [41, 'Quá điểm'] }));
    await page.getByText('Chưa dòng nào được ghi nhận.', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'appraisal-files-1280');
    await page.goto(`${pipeline.portalUrl}/portal/index.html${queue(caobang)}?dong=${caobang}/satisfied`);
    await page.getByText('Theo kết quả kiểm tra').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('of one verifying body sees its indicators alone, and is told where two differ', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'appraiser-moha', pipeline, `#/tham-dinh/${group}/${period}`);
    await page.getByRole('link', { name: 'Chỉ số plan' }).waitFor();
    expect(await page.getByRole('link', { name: 'Chỉ số online' }).count()).toBe(0);
    await page.goto(`${pipeline.portalUrl}/portal/index.html${queue()}?dong=${caobang}/plan`);
    await heading(visitor, 'Cao Bằng').waitFor();
    await page.keyboard.press('2');
    await page.keyboard.type('12,5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await status(visitor, /Đã lưu: Cao Bằng, sửa thành 12,5 điểm/);
    await page.goto(`${pipeline.portalUrl}/portal/index.html${queue(caobang)}?dong=${caobang}/plan`);
    await page.getByText('Hai người thẩm định khác nhau:').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'appraisal-differ-1280');
    expect(visitor.complaints).toEqual([]);
  });

  it('loses no decision to a cut network, and saves it once', async () => {
    const visitor = await visit(browser);
    const { page, context } = visitor;
    await signInAs(visitor, 'appraiser', pipeline, queue(hanoi));
    await page.getByRole('button', { name: 'Chỉ số satisfied' }).click();
    await heading(visitor, 'Chỉ số satisfied').waitFor();
    await context.setOffline(true);
    await page.keyboard.press('1');
    await status(visitor, /Chưa lưu được, đang thử lại/);
    await context.setOffline(false);
    await status(visitor, /Đã lưu: Hà Nội, giữ/);
    const { decisions } = await callApi<{ decisions: { indicator: string }[] }>(
      pipeline.url,
      await publisher('ministry-runner', pipeline),
      `GET /v1/appraisals/${group}/${period}/decisions?unit_id=${hanoi}`,
    );
    expect(decisions.filter(({ indicator }) => indicator === 'satisfied')).toHaveLength(1);
  });
});

describe('the head of a unit, on a phone', () => {
  it('sees what will be counted, sends it back with words, and certifies what comes next', async () => {
    const visitor = await visit(browser, { width: widths.phone });
    const { page } = visitor;
    await signInAs(visitor, { role: 'certifier', unit: hue }, pipeline);
    await page.getByRole('link', { name: /Xem và xác nhận lần gửi 1/ }).waitFor();
    await picture(page, 'head-landing-360');
    await page.getByRole('link', { name: /Xem và xác nhận lần gửi 1/ }).click();
    await page.getByText('chưa xác nhận', { exact: false }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await picture(page, 'head-summary-360');
    await page.getByRole('link', { name: 'Trả lại' }).click();
    await page.getByLabel('Cần sửa những gì').fill(`Xem lại tử số. ${hostile}`);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'head-return-360');
    await page.getByRole('button', { name: 'Trả lại' }).click();
    await page.getByText('Đã trả lại lần gửi 1', { exact: false }).waitFor();
    expect(await page.evaluate('window.broken')).toBeUndefined();
    await page.getByRole('link', { name: 'Về danh sách' }).click();
    await page.getByRole('link', { name: /Xem và xác nhận lần gửi 1/ }).click();
    await page.getByRole('link', { name: 'Trả lại' }).waitFor();
    await page.getByRole('link', { name: 'Xác nhận', exact: true }).last().click();
    await page.getByText('SHA-256').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'head-certify-360');
    await page.getByRole('button', { name: 'Xác nhận lần gửi 1' }).click();
    await page.getByText('Đã xác nhận lần gửi 1', { exact: false }).waitFor();
    await picture(page, 'head-certified-360');
    expect(visitor.complaints).toEqual([]);
  });
});

describe('the ministry', () => {
  it('asks a unit and sees the answers of all', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, 'publisher', pipeline, `#/cau-hoi/${group}/${period}/${hue}`);
    await page.getByLabel('Hỏi đơn vị').fill('Đề nghị xác nhận đầu mối liên hệ');
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
    await page.getByText('Đề nghị xác nhận đầu mối liên hệ').last().waitFor();
    await page.goto(`${pipeline.portalUrl}/portal/index.html#/cau-hoi/${group}/${period}?loc=tat-ca`);
    await page.getByRole('link', { name: 'Cao Bằng' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'questions-1280');
    expect(visitor.complaints).toEqual([]);
  });
});
