import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type HalfWay, halfWay, leaveHalfWay } from '../../../infra/local/round/half-way-round.ts';
import { signingKey } from '../../support/forms.ts';
import { openPortal, type Person, picture, type RunningPortal, signInAs, visit, widths } from '../../support/portal.ts';

const of = `${halfWay.group}/${halfWay.period}`;

interface Shot {
  person: Person;
  hash: string;
  width?: number;
  /** Text that is there once the screen is. */
  shows: string;
  /** What the person does before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** Taken below the window's edge too. */
  whole?: boolean;
}

/** The pictures of docs/user-guide.vi.md, of what `npm start` leaves behind: readers find what it shows. */
describe.runIf(process.env.PICTURES)('the guide', () => {
  let portal: RunningPortal;
  let left: HalfWay;
  beforeAll(async () => {
    portal = await openPortal();
    left = (await leaveHalfWay(portal.pipeline, signingKey, () => {}))!;
  });
  afterAll(() => portal?.close());

  async function shoot(name: string, { person, hash, shows, act, width = widths.desktop, whole = false }: Shot) {
    const visitor = await visit(portal.browser, { width });
    const { page } = visitor;
    await signInAs(visitor, person, portal.pipeline, hash);
    await page.getByText(shows).first().waitFor();
    await page.getByText('Đang tải…').waitFor({ state: 'detached' });
    await act?.(page);
    await picture(page, name, whole);
    await visitor.context.close();
  }

  it('shows units what is wrong, the form on the screen, and what their head certifies', async () => {
    const officer = { role: 'officer', unit: left.rejected[0]! } as const;
    const head = { role: 'certifier', unit: left.uncertified } as const;
    await shoot('result', { person: officer, hash: `#/lan-gui/${of}/1`, shows: 'lỗi cần sửa' });
    const draft = { person: officer, hash: `#/ke-khai/${of}`, shows: 'dòng đã có số liệu', act: fill };
    await shoot('draft', { ...draft, width: widths.phone });
    const summary = { person: head, hash: `#/xac-nhan/${of}/1`, shows: 'Sẽ được tính', whole: true };
    await shoot('head', { ...summary, width: widths.phone });
  });

  it('shows the ministry its board, a decision, a run, and what keeps it from its release', async () => {
    await shoot('board', { person: 'publisher', hash: `#/ky/${of}`, shows: 'Cần gọi' });
    const queue = `#/tham-dinh/${of}/don-vi/${left.inQuestion}`;
    await shoot('appraisal', { person: 'appraiser', hash: queue, shows: '[1] Giữ' });
    await shoot('run', { person: 'publisher', hash: `#/ky/${of}/tinh-diem`, shows: 'Chạy tính điểm', act: run });
    await shoot('release', { person: 'publisher-2', hash: `#/ky/${of}`, shows: 'Công bố kết quả', act: release });
    await shoot('log', { person: 'operator', hash: `#/nhat-ky/${of}`, shows: 'Tải CSV' });
  });
});

async function fill(page: Page): Promise<void> {
  const field = (input: string) => page.locator(`[id="dong-aw_news/${input}"]`);
  await field('numerator').fill('1.180');
  await field('denominator').fill('1250');
  await page.getByText('Hiểu là 1.250').waitFor();
  await page.getByText('Đã lưu lúc').first().waitFor();
  // The line that says what is saved stays in sight, above the heading.
  await page.evaluate(
    "scrollBy({ top: document.getElementById('cs-aw_news').getBoundingClientRect().top - 90, behavior: 'instant' })",
  );
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Chạy tính điểm' }).click();
  await page.getByText('Kiểm tra không phát hiện gì').waitFor();
  await page.getByRole('cell', { name: '1', exact: true }).first().waitFor();
}

async function release(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Công bố kết quả' }).first().click();
  await page.getByText('chưa đạt').first().waitFor();
}
