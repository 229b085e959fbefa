import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { harmDone, writeHostileWords } from '../../support/hostile-words.ts';
import { chooseFile, formWith, of, officer, openPeriods, submissionsOf } from '../../support/officer-portal.ts';
import { type Person, showPortal, signInAs, visit } from '../../support/portal.ts';

const portal = await showPortal();
await openPeriods(portal.pipeline);

const at = (screen: string, ...more: string[]) => `#/${[screen, of.group, of.period, ...more].join('/')}`;
/** The sign-in knows the person already. */
async function openTab(page: Page, hash: string): Promise<void> {
  await page.goto(`${portal.pipeline.portalUrl}/portal/index.html${hash}`);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** What the screen asked for is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await expect.poll(() => page.locator('main').textContent(), { timeout: 30_000 }).not.toContain('Đang tải…');
}

const receipts = async () => (await submissionsOf(portal.pipeline)).submissions.length;

describe('one form in two tabs', () => {
  it('is one submission, however often it is sent; a correction that others have followed is told of before it goes', async () => {
    const visitor = await visit(portal.browser);
    await signInAs(visitor, officer, portal.pipeline, at('gui'));
    const other = await visitor.context.newPage();
    await openTab(other, at('gui'));
    const tabs = [visitor.page, other];
    const form = await formWith();
    // One after the other: a tab that asks before the other's file is there cannot know of it.
    for (const page of tabs) {
      await chooseFile(page, 'Chọn tệp Excel', 'a.xlsx', form);
      await page.getByText('(lần gửi 1)').waitFor();
    }
    expect(await receipts()).toBe(1);
    for (const [index, page] of tabs.entries()) {
      const row = page.locator('tr[id]').filter({ hasText: 'Ứng dụng AI' });
      const id = (await row.getAttribute('id'))!.replace('dong', 'sua');
      await row.getByRole('button', { name: 'Sửa' }).click();
      await page.locator(`#${id}-value`).fill(`${index + 3}`);
      await page.getByRole('link', { name: 'Kiểm tra và gửi' }).click();
      await page.getByRole('button', { name: 'Gửi', exact: true }).waitFor();
    }
    const [first, second] = tabs as [typeof other, typeof other];
    await first.getByRole('button', { name: 'Gửi', exact: true }).click();
    await first.getByText('(lần gửi 2)').waitFor();
    await second.getByRole('button', { name: 'Gửi', exact: true }).click();
    await second.getByText('Chưa gửi: đơn vị đã có lần gửi 2').waitFor();
    expect(await receipts()).toBe(2);
    // Whoever has read it may.
    await second.getByRole('button', { name: 'Gửi', exact: true }).click();
    await second.getByText('(lần gửi 3)').waitFor();
    expect(await receipts()).toBe(3);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});

describe('a tab that is left open after the sign-out', () => {
  it('shows nothing and sends nothing, also by going back, and its token is renewed no more', async () => {
    const visitor = await visit(portal.browser);
    const { page, context } = visitor;
    const token = page.waitForResponse((answer) => answer.url().endsWith('/token'));
    await signInAs(visitor, officer, portal.pipeline, at('ke-khai'));
    const { refresh_token } = (await (await token).json()) as { refresh_token: string };
    await page.locator('main input').nth(3).waitFor();
    const other = await context.newPage();
    await openTab(other, at('lich-su'));
    await other.getByRole('heading', { name: /Lịch sử gửi|Đã gửi|đã gửi/, level: 1 }).waitFor();
    const sent: string[] = [];
    await other.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    page.on('request', (request) => request.url().includes('/v1/') && sent.push(request.url()));
    expect(await page.locator('main input').count()).toBe(0);
    await page.evaluate(`location.hash = ${JSON.stringify(at('lich-su'))}`);
    await page.goBack();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    expect(await page.locator('main table, main input').count()).toBe(0);
    expect(sent).toEqual([]);
    await other.getByRole('button', { name: 'Đăng xuất' }).click();
    await other.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await other.goBack();
    expect(await other.locator('main table').count()).toBe(0);
    const config = (await (await fetch(`${portal.pipeline.portalUrl}/portal/config.json`)).json()) as {
      token_endpoint: string;
    };
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'dti-portal', refresh_token });
    const renewed = await fetch(config.token_endpoint, { method: 'POST', body });
    expect([renewed.status, (await renewed.json()) as object]).toMatchObject([400, { error: 'invalid_grant' }]);
    await context.close();
  });
});

describe('markup, formulas and marks of direction', () => {
  const unit = { role: 'officer', unit: of.unit_id } as const;
  const screens: [string, Person, string[]][] = [
    [
      'an officer',
      unit,
      [
        '#/viec',
        at('lan-gui', '{named}'),
        `${at('lan-gui', '{noted}')}?loc=tat-ca`,
        at('kiem-tra', '{noted}'),
        at('bien-nhan', '{named}'),
        at('lich-su'),
        at('tai-lieu'),
        at('ke-khai'),
        at('ke-khai', 'gui'),
        at('phan-cong'),
        at('ket-qua'),
        at('nhat-ky'),
      ],
    ],
    ['a department', { ...unit, department: 'so-y-te' }, ['#/viec-so', at('ke-khai'), at('tai-lieu')]],
    ['a head of unit', { ...unit, role: 'certifier' }, ['#/xac-nhan', at('xac-nhan', '{noted}'), at('ket-qua')]],
    [
      'an appraiser',
      'appraiser',
      [
        at('tham-dinh'),
        `${at('tham-dinh', 'chi-so', 'inf_ai')}?dong=${of.unit_id}/inf_ai`,
        `${at('tham-dinh', 'don-vi', of.unit_id)}?dong=${of.unit_id}/inf_ai`,
        at('tham-dinh', 'hang-loat', 'don-vi', of.unit_id),
        at('tham-dinh', 'tep'),
        `${at('cau-hoi')}?loc=tat-ca`,
        at('cau-hoi', of.unit_id),
      ],
    ],
    ['the ministry', 'publisher', [at('ky'), at('ky', 'don-vi', of.unit_id), at('ky', 'han'), at('nhat-ky')]],
  ];

  it('are words on every screen, and words apart', { timeout: 300_000 }, async () => {
    const { named, noted } = await writeHostileWords(portal.pipeline);
    const addressOf = (hash: string) => hash.replace('{named}', `${named}`).replace('{noted}', `${noted}`);
    const harm: [string, unknown][] = [];
    const shown = new Set<string>();
    for (const [who, person, hashes] of screens) {
      const visitor = await visit(portal.browser);
      const { page } = visitor;
      page.on('dialog', () => visitor.complaints.push('a dialog'));
      await signInAs(visitor, person, portal.pipeline, addressOf(hashes[0]!));
      for (const hash of hashes) {
        await page.evaluate(`location.hash = ${JSON.stringify(addressOf(hash))}`);
        await settled(page);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.evaluate(
          `document.querySelectorAll('main details:not([open]) > summary').forEach((one) => one.click())`,
        );
        await settled(page);
        const done = (await page.evaluate(harmDone)) as string[];
        if (done.length > 0) harm.push([`${who} ${hash}`, done]);
        if (((await page.evaluate(`document.querySelector('main').innerText`)) as string).includes('אבג'))
          shown.add(hash);
      }
      if (visitor.complaints.length > 0) harm.push([who, visitor.complaints]);
      await visitor.context.close();
    }
    expect(harm).toEqual([]);
    // Else nothing was looked at.
    expect(shown.size).toBeGreaterThan(12);
  });
});
