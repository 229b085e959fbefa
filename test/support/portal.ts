import type { Browser, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Pipeline, PipelineOptions } from '../../infra/local/pipeline.ts';
import { launchBrowser, type Visitor } from './browser.ts';
import { boot, makeStateDirectory } from './running-pipeline.ts';

export { overflows, picture, type VisitOptions, type Visitor, violations, visit, widths } from './browser.ts';

export interface RunningPortal {
  pipeline: Pipeline;
  browser: Browser;
  close(): Promise<void>;
}

/** The pipeline with its portal on free ports, over a state directory of its own, and a browser. */
export async function openPortal(options: Partial<PipelineOptions> = {}): Promise<RunningPortal> {
  const state = await makeStateDirectory();
  const pipeline = await boot(state.path, { portal: { port: 0, signInPort: 0 }, ...options });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await pipeline.close();
    await state.remove();
  };
  return { pipeline, browser, close };
}

/** The same for all tests of one file. */
export async function showPortal(): Promise<RunningPortal> {
  const portal = await openPortal();
  afterAll(portal.close);
  return portal;
}

/** Whom to sign in as: `publisher`, or the role of a unit. */
export type Person = string | { role: 'officer' | 'certifier'; unit: string; department?: string };

/** Opens the portal at `#...` and signs in by its pages, as a person would. */
export async function signInAs(
  { page }: Visitor,
  person: Person,
  { portalUrl }: Pick<Pipeline, 'portalUrl'>,
  hash = '',
): Promise<void> {
  await page.goto(`${portalUrl}/portal/index.html${hash}`);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await choose(page, person);
  await page.waitForURL(`${portalUrl}/portal/**`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function choose(page: Page, person: Person): Promise<void> {
  await page.getByRole('heading', { name: 'Đăng nhập thử' }).waitFor();
  if (typeof person === 'string') return page.locator(`button[value="${person}"]`).click();
  await page.getByLabel('Đơn vị (gõ tên hoặc mã)').fill(person.unit);
  if (person.department) await page.getByLabel(/Sở, phòng/).fill(person.department);
  return page.locator(`button[value="${person.role}"]`).click();
}
