import { describe, expect, it } from 'vitest';
import { callApi } from '../../../infra/local/round/call-api.ts';
import { frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
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
import { framework } from '../../support/round-workbooks.ts';
import { group, period } from '../../support/running-pipeline.ts';

const { pipeline, browser } = await showPortal();
const token = await pipeline.issueToken({ sub: 'ministry', role: 'publisher' });
const terms = { group, period, framework: frameworkDocument(framework), deadline: '2099-12-31' };
await callApi(pipeline.url, token, 'POST /v1/periods', terms);

async function isSound({ page, complaints }: Visitor, name: string): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await picture(page, name);
  expect(complaints).toEqual([]);
}

describe('notices', () => {
  it('an officer names who gets mail on a phone, and is told what a wrong address is', async () => {
    const visitor = await visit(browser, { width: widths.phone });
    await signInAs(visitor, { role: 'officer', unit: 'P04-2025' }, pipeline, '#/thong-bao');
    const { page } = visitor;
    await page.getByText('Chưa có ai nhận thư của đơn vị này.').waitFor();
    await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').fill('an@caobang.example.vn\nbinh');
    await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
    await page.getByRole('alert').getByText('phải là địa chỉ thư điện tử').waitFor();
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await page.getByLabel('Địa chỉ nhận thư: Cao Bằng').fill('an@caobang.example.vn');
    await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await isSound(visitor, 'notices-officer-360');
  });

  it('a publisher reminds whoever is missing, from a page that says whom, and sees what became of each mail', async () => {
    const visitor = await visit(browser);
    await signInAs(visitor, 'publisher', pipeline, `#/thong-bao/${group}/${period}/nhac`);
    const { page } = visitor;
    await page.getByText('34 đơn vị chưa có số liệu được tính, hạn 31/12/2099.').waitFor();
    await isSound(visitor, 'notices-remind-1280');
    await page.getByRole('button', { name: 'Nhắc 34 đơn vị' }).click();
    await page.getByText('Đã gửi nhắc tới 34 đơn vị.').waitFor();
    await pipeline.settled();
    await page.getByRole('link', { name: 'Xem thông báo của kỳ' }).click();
    await page.getByRole('heading', { name: 'Thông báo: Năm 2024' }).waitFor();
    await page.getByText('34 thông báo').waitFor();
    expect(await page.getByText('chưa gửi: đơn vị chưa có địa chỉ').count()).toBe(33);
    await isSound(visitor, 'notices-list-1280');
    await page.getByLabel('Lọc theo đơn vị (gõ tên hoặc mã)').fill('cao bang');
    await page.getByText('1 thông báo').waitFor();
    expect(new URL(page.url()).hash).toContain('don-vi=cao+bang');
    await page.getByRole('cell', { name: 'an@caobang.example.vn' }).waitFor();
  });

  it('a unit sees its own alone, on a phone and in the dark', async () => {
    const visitor = await visit(browser, { width: widths.phone, colorScheme: 'dark' });
    await signInAs(visitor, { role: 'officer', unit: 'P04-2025' }, pipeline, `#/thong-bao/${group}/${period}`);
    await visitor.page.getByText('1 thông báo').waitFor();
    await visitor.page.getByText('Hạn gửi ngày 31/12/2099').waitFor();
    await isSound(visitor, 'notices-unit-360-dark');
  });
});
