import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../../infra/bundling.ts';

/** Widths that people have: the smallest phone, a common one, a tablet, a laptop, the wall of an operations centre. */
export const widths = { small: 320, phone: 360, tablet: 768, desktop: 1280, wall: 1920 } as const;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

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

let axe: string | undefined;

/** Rules of WCAG 2.2 AA that the page breaks, with where; none where all is well. `only`: of these rules. */
export async function violations(page: Page, only?: string[]): Promise<string[]> {
  axe ??= await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  const options = JSON.stringify({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) });
  const { violations } = (await page.evaluate(`axe.run(${options})`)) as AxeResults;
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
