import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../infra/bundling.ts';
import type { Pipeline } from '../../../infra/local/pipeline.ts';
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
import { writeRawZip } from '../../support/raw-zip.ts';

let portal: RunningPortal;
let pipeline: Pipeline;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  portal = await openPortal();
  ({ pipeline, browser } = portal);
  folder = await mkdtemp(join(tmpdir(), 'frameworks-test-'));
  await cp(`${projectRoot}shared/frameworks/dti-province-405`, folder, { recursive: true });
});
afterAll(async () => {
  await portal?.close();
  await rm(folder, { recursive: true });
});

const files = () => ['framework.json', 'indicators.csv'].map((name) => join(folder, name));

async function edit(name: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(folder, name), text.replace(from, to));
}

describe('publishing a framework', () => {
  it('is refused with file, line and remedy, then looked at, published, and a period opened with it', async () => {
    const visitor = await visit(browser);
    const { page, complaints } = visitor;
    await signInAs(visitor, 'publisher', pipeline, '#/bo-chi-so');
    await page.getByText('Chưa có bộ chỉ số nào').waitFor();
    await page.getByRole('link', { name: 'Công bố phiên bản mới' }).click();
    await page.getByRole('heading', { name: 'Công bố phiên bản mới' }).waitFor();
    await edit('indicators.csv', 'direct,140,', 'direct,"140,5",');
    await page.setInputFiles('#framework-files', files());
    await page.getByText('Bộ chỉ số có 1 chỗ cần sửa trước khi công bố.').waitFor();
    await page.getByText('max_points "140,5" không phải số thập phân').waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    expect(await violations(page)).toEqual([]);
    await picture(page, 'framework-refused-1280');
    await edit('indicators.csv', 'direct,"140,5",', 'direct,140,');
    await page.setInputFiles('#framework-files', files());
    await page.getByText('Đây là phiên bản đầu tiên').waitFor();
    await page.getByRole('button', { name: 'Công bố' }).click();
    await page.getByRole('heading', { name: 'Đã công bố' }).waitFor();
    await page.getByRole('link', { name: 'Mở kỳ' }).click();
    await page.getByLabel('Nhóm đơn vị').selectOption('province34');
    await page.getByLabel('Kỳ', { exact: true }).fill('2026');
    await page.getByLabel(/^Ngày cuối gửi/).fill('2099-12-31');
    expect(await violations(page)).toEqual([]);
    await page.getByText('Đến hết ngày 31/12/2099').waitFor();
    await picture(page, 'framework-open-1280');
    await page.getByRole('button', { name: 'Mở kỳ' }).click();
    await page.waitForURL('**#/ky/province34/2026');
    expect(complaints).toEqual([]);
  });

  it('tells on a phone what the next version changes, from a zip', async () => {
    const visitor = await visit(browser, { width: widths.phone });
    const { page, complaints } = visitor;
    await edit('framework.json', '"version": "1"', '"version": "2"');
    await edit('indicators.csv', 'Hạ tầng số', 'Hạ tầng và dữ liệu số');
    const data = (name: string) => readFile(join(folder, name), 'utf8');
    const entries = ['framework.json', 'indicators.csv'].map(async (name) => ({
      name: `405/${name}`,
      data: await data(name),
    }));
    await writeFile(join(folder, '405.zip'), writeRawZip(await Promise.all(entries)));
    await signInAs(visitor, 'publisher', pipeline, '#/bo-chi-so/moi');
    await page.setInputFiles('#framework-files', join(folder, '405.zip'));
    await page.getByText('So với phiên bản 1: thêm 0, bỏ 0, thay đổi 1 chỉ số; 0 thay đổi chung.').waitFor();
    await page.getByText('Hạ tầng và dữ liệu số', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await picture(page, 'framework-differences-360');
    await page.getByRole('button', { name: 'Công bố' }).click();
    await page.getByRole('heading', { name: 'Đã công bố' }).waitFor();
    await page.getByRole('link', { name: 'Bộ chỉ số', exact: true }).last().click();
    await page.getByRole('heading', { name: 'Bộ chỉ số', exact: true }).waitFor();
    await page.getByText('Năm 2026 (34 tỉnh, thành phố (từ 01/7/2025))').waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'frameworks-360');
    expect(complaints).toEqual([]);
  });

  it('refuses what is no framework before anything is sent', async () => {
    const visitor = await visit(browser);
    await signInAs(visitor, 'publisher', pipeline, '#/bo-chi-so/moi');
    await visitor.page.setInputFiles('#framework-files', join(folder, 'framework.json'));
    await visitor.page.getByRole('alert').getByText('không phải một tệp ZIP hay hai tệp').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
