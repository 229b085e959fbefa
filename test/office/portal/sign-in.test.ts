import { describe, expect, it } from 'vitest';
import { overflows, picture, showPortal, signInAs, violations, visit, widths } from '../../support/portal.ts';

const { pipeline, browser } = await showPortal();

const officer = { role: 'officer', unit: 'P04-2025' } as const;

describe('sign-in', () => {
  it('brings an officer to the work of the unit, keeps no token where a script of tomorrow could find it', async () => {
    const visitor = await visit(browser, { width: widths.phone });
    await signInAs(visitor, officer, pipeline);
    const { page, complaints } = visitor;
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Việc của đơn vị: Tỉnh Cao Bằng');
    expect(await page.evaluate('location.search + JSON.stringify(sessionStorage) + document.cookie')).toBe('{}');
    expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{"dti-language":"vi"}');
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await picture(page, 'officer-landing-360');
    expect(complaints).toEqual([]);
  });

  it('brings one back to the screen that was asked for, and after a reload by one click', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await signInAs(visitor, officer, pipeline, '#/viec?loc=moi');
    expect(new URL(page.url()).hash).toBe('#/viec?loc=moi');
    await page.reload();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: 'Việc của đơn vị' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/viec?loc=moi');
  });

  it('sends a challenge by SHA-256, and signs all tabs out at once', async () => {
    const visitor = await visit(browser);
    const asked = visitor.page.waitForRequest((request) => request.url().includes('/auth?'));
    await signInAs(visitor, officer, pipeline);
    const query = new URL((await asked).url()).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    const other = await visitor.context.newPage();
    await other.goto(`${pipeline.portalUrl}/`);
    await other.getByRole('button', { name: 'Đăng nhập' }).click();
    await other.getByRole('heading', { name: 'Việc của đơn vị' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await other.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await visitor.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await visitor.page.getByRole('heading', { name: 'Đăng nhập thử' }).waitFor();
  });

  it('locks a screen that is left alone for half an hour, keeps what was being written, and asks who is there', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await page.clock.install();
    await signInAs(visitor, officer, pipeline, '#/thong-bao');
    await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').fill('an@caobang.example.vn');
    await page.clock.fastForward('29:00');
    await page.getByRole('heading', { level: 1 }).press('Shift');
    await page.clock.fastForward('29:00');
    expect(await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').inputValue()).toBe('an@caobang.example.vn');
    await page.clock.fastForward('02:00');
    await page.getByText('Màn hình đã khóa sau 30 phút không thao tác.').waitFor();
    expect(await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').count()).toBe(0);
    // The sign-in's own clock has not moved, and its tokens would be old to this page.
    await page.clock.setSystemTime(new Date());
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    // The sign-in knows the person still, and asks all the same.
    await page.getByLabel('Đơn vị (gõ tên hoặc mã)').fill(officer.unit);
    await page.locator('button[value="officer"]').click();
    expect(await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').inputValue()).toBe('an@caobang.example.vn');
  });

  it('asks a person of two units for which, and tells one without a role what to do', async () => {
    const two = await visit(browser, { width: widths.small });
    await signInAs(two, 'two-units', pipeline);
    await picture(two.page, 'choose-role-320');
    expect(await violations(two.page)).toEqual([]);
    await two.page.getByRole('button', { name: 'Cán bộ báo cáo, Tỉnh Cao Bằng' }).click();
    await two.page.getByRole('heading', { name: 'Việc của đơn vị: Tỉnh Cao Bằng' }).waitFor();
    const none = await visit(browser);
    await none.page.goto(`${pipeline.portalUrl}/`);
    await none.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await none.page.locator('button[value="no-role"]').click();
    await none.page.getByText('Tài khoản chưa được cấp vai trò; đề nghị liên hệ cơ quan chủ trì.').waitFor();
    expect(await violations(none.page)).toEqual([]);
    await none.page.getByRole('button', { name: 'Đăng xuất' }).click();
    // Once more, at the sign-in.
    await none.page.waitForURL(/session\/end/);
    await none.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await none.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
  });

  it('refuses the token endpoint to another origin, and a token without the scope to every signed-in route', async () => {
    const { token_endpoint } = (await (await fetch(`${pipeline.portalUrl}/portal/config.json`)).json()) as {
      token_endpoint: string;
    };
    const answer = await fetch(token_endpoint, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=authorization_code&client_id=dti-portal&code=x',
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, null]);
  });
});
