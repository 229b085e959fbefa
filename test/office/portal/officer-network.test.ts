import type { Locator, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, formWith, of, officer, openPeriods, submissionsOf } from '../../support/officer-portal.ts';
import { openPortal, type RunningPortal, signInAs, type Visitor, visit } from '../../support/portal.ts';

let portal: RunningPortal;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  portal = await openPortal();
  await openPeriods(portal.pipeline);
  visitor = await visit(portal.browser);
  ({ page } = visitor);
  await signInAs(visitor, officer, portal.pipeline);
  // All that the landing page asks for is there: what is counted from now on is the path alone.
  await page.getByText('Chưa gửi số liệu.').first().waitFor();
});
afterAll(() => portal?.close());

/** `before`: nothing of the request arrives. `after`: all of it does, and its answer is lost. */
type Cut = 'before' | 'after';

const isOurs = (url: URL): boolean => url.pathname.startsWith('/v1/') || url.origin === portal.pipeline.s3Url;

/** Cuts the network at the n-th request from now on, once. Answers what was asked, in order. */
async function cutAt(at: number, cut: Cut): Promise<string[]> {
  const asked: string[] = [];
  await page.unrouteAll();
  await page.route(isOurs, async (route: Route) => {
    const request = route.request();
    asked.push(`${request.method()} ${new URL(request.url()).pathname.replace(/[0-9a-f]{64}/, '{sha256}')}`);
    if (asked.length !== at) return route.continue();
    if (cut === 'after') await route.fetch();
    return route.abort('connectionreset');
  });
  return asked;
}

const told = /Kết nối bị gián đoạn|Mất mạng|Mất kết nối mạng/;

/** Waits for a screen, asking again where the page leaves it to the person. Answers whether it told of a loss. */
async function reach(wanted: Locator): Promise<boolean> {
  let hasTold = false;
  for (let turn = 0; turn < 300; turn++) {
    if (await wanted.isVisible()) return hasTold;
    const again = page.getByRole('button', { name: 'Thử lại' });
    const isLeft = await again.isVisible();
    hasTold ||= await page.getByText(told).first().isVisible();
    if (isLeft) await again.click({ timeout: 2_000 }).catch(() => {});
    await page.waitForTimeout(100);
  }
  throw new Error(`${wanted} did not come: ${await page.locator('main').textContent()}`);
}

const heading = (name: string): Locator => page.getByRole('heading', { name });

const newest = async () => (await submissionsOf(portal.pipeline)).submissions[0]?.receipt ?? 0;

let value = 100;

/** A form with a wrong cell, sent, mended on the screen and sent again. Answers whether a loss was told of. */
async function sendAndMend(): Promise<boolean> {
  const before = await newest();
  await page.evaluate(`location.hash = '#/gui/${of.group}/${of.period}'`);
  await page.getByRole('heading', { name: 'Gửi tệp Excel' }).waitFor();
  value += 1;
  await chooseFile(page, 'Chọn tệp Excel', 'a.xlsx', await formWith({ 'inf_ai/count': `khoảng ${value}` }));
  const tellings = [await reach(heading('1 lỗi cần sửa trước khi được tiếp nhận'))];
  const row = page.locator('tr[id]').filter({ hasText: 'Ứng dụng AI' });
  const id = (await row.getAttribute('id'))!.replace('dong', 'sua');
  await row.getByRole('button', { name: 'Sửa' }).click();
  await page.locator(`#${id}-value`).fill(`${value}`);
  await page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
  tellings.push(await reach(heading('Kiểm tra trước khi gửi')));
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  tellings.push(await reach(page.getByText(`(lần gửi ${before + 2})`)));
  return tellings.includes(true);
}

/** Of the case now: what the ledger has more than before. */
async function received(work: () => Promise<boolean>) {
  const before = await newest();
  const hasTold = await work();
  await portal.pipeline.settled();
  const { submissions } = await submissionsOf(portal.pipeline);
  const more = submissions.filter(({ receipt }) => receipt > before);
  return { hasTold, more: more.map(({ status, format }) => `${status} ${format}`) };
}

describe('a network that breaks off', () => {
  it('at each request between choosing a file and the corrected receipt loses nothing, and doubles nothing', async () => {
    const whole = await cutAt(0, 'before');
    expect(await received(sendAndMend)).toEqual({ hasTold: false, more: ['accepted json', 'rejected xlsx'] });
    const requests = [...whole];
    expect(
      requests.map((request) =>
        request
          .replace(/\d+\/grid/, '{n}/grid')
          .split('P04-2025')
          .at(-1),
      ),
    ).toEqual([
      'POST /v1/uploads',
      'POST /raw',
      '/{sha256}/check',
      '/receipts/{n}/grid',
      '/receipts/{n}/grid',
      '',
      '',
      '',
      '/receipts/{n}/grid',
    ]);
    const askedAhead = [3, 8];
    for (const cut of ['before', 'after'] as const) {
      for (const [index, request] of requests.entries()) {
        await cutAt(index + 1, cut);
        const found = { cut, request, ...(await received(sendAndMend)) };
        // What was asked ahead of a screen is asked again by the screen: there is nothing to tell.
        expect(found).toEqual({
          cut,
          request,
          hasTold: !askedAhead.includes(index),
          more: ['accepted json', 'rejected xlsx'],
        });
      }
    }
  }, 580_000);

  it('that is gone for a while is waited for: the file goes on by itself, once', async () => {
    await page.unrouteAll();
    const before = await newest();
    await page.evaluate(`location.hash = '#/gui/${of.group}/${of.period}'`);
    await page.getByRole('heading', { name: 'Gửi tệp Excel' }).waitFor();
    await visitor.context.setOffline(true);
    await chooseFile(page, 'Chọn tệp Excel', 'b.xlsx', await formWith({ 'inf_ai/count': '77' }));
    await page.getByText('Mất mạng. Nội dung vẫn giữ ở đây').waitFor();
    await visitor.context.setOffline(false);
    await page.getByText(`(lần gửi ${before + 1})`).waitFor();
    expect(await newest()).toBe(before + 1);
  });
});
