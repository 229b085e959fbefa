import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../../infra/bundling.ts';
import type { Pipeline, PipelineOptions } from '../../infra/local/pipeline.ts';
import { boot, makeStateDirectory } from './running-pipeline.ts';

/** Widths that people have: the smallest phone, a common one, a tablet, a laptop, the wall of an operations centre. */
export const widths = { small: 320, phone: 360, tablet: 768, desktop: 1280, wall: 1920 } as const;

export interface RunningPortal {
  pipeline: Pipeline;
  browser: Browser;
  close(): Promise<void>;
}

/** The pipeline with its portal on free ports, over a state directory of its own, and a browser. */
export async function openPortal(options: Partial<PipelineOptions> = {}): Promise<RunningPortal> {
  const state = await makeStateDirectory();
  const pipeline = await boot(state.path, { portal: { port: 0, signInPort: 0 }, ...options });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const close = async () => {
    await browser.close();
    await pipeline.close();
    await state.remove();
  };
  return { pipeline, browser, close };
}

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What the console complained of: a broken content security policy, an error nobody caught. */
  complaints: string[];
}

export interface VisitOptions {
  width?: number;
  colorScheme?: 'light' | 'dark';
}

/** A person with a browser of their own. Tabs of one person are pages of one context. */
export async function visit(browser: Browser, options: VisitOptions = {}): Promise<Visitor> {
  const { width = widths.desktop, colorScheme = 'light' } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, context, complaints };
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

let axe: string | undefined;

/** Rules of WCAG 2.2 AA that the page breaks, with where; none where all is well. */
export async function violations(page: Page): Promise<string[]> {
  axe ??= await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** Whether something is wider than the window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth') as Promise<boolean>;

/** Keeps a picture to be looked at, where `PICTURES` names a folder: of the whole page, or of what the window shows. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder) await page.screenshot({ path: join(projectRoot, folder, `${name}.png`), fullPage });
}
