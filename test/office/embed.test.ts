import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersOf } from '../../infra/public-headers.ts';
import { embedFiles } from '../../shared/site/embed/embed-files.ts';
import { launchBrowser } from '../support/browser.ts';
import { asIllustrative, buildProvinceScoreboard, withMissing, withTie } from '../support/scoreboard-builder.ts';

const folder = '/embed/dti/province34/2024/r1';
const files = embedFiles(
  withTie(withMissing(asIllustrative(buildProvinceScoreboard()), 'P04-2025'), 'P46-2025', 'P31-2025'),
  { origin: 'https://dti.example.vn', publishedOn: '2025-10-21', supersededBy: 'dti/province34/2024/r2' },
);

let browser: Browser;
let axe: string;
const servers: Server[] = [];
/** The site, and somebody else's page that frames a path of it. */
let site: string;
let other: string;

async function serve(answer: (path: string) => [headers: Record<string, string>, body: string]): Promise<string> {
  const server = createServer((message, response) => {
    const [headers, body] = answer(message.url ?? '/');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  browser = await launchBrowser();
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  site = await serve((path) => [
    { ...headersOf(path), ...(path.endsWith('.svg') ? { 'content-type': 'image/svg+xml' } : {}) },
    files.get(path.endsWith('/') ? `${path}index.html` : path) ?? '<h1>page of the site</h1>',
  ]);
  other = await serve((path) => [{}, `<iframe src="${site}${path}"></iframe><img src="${site}${folder}/ranking.svg">`]);
});

afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

describe.each(['light', 'dark'] as const)('what is embedded, in the %s theme', (colorScheme) => {
  it.each(['ranking/', 'P46-2025/', 'P04-2025/'])('breaks no rule of accessibility at 320 px: %s', async (path) => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 }, colorScheme, bypassCSP: true });
    await page.goto(`${site}${folder}/${path}`);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });
});

describe('a page of somebody else', () => {
  it('may frame what is made for it, and show the picture', async () => {
    const page = await browser.newPage();
    await page.goto(`${other}${folder}/P46-2025/`);
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe('Huế: chuyển đổi số năm 2024');
    expect(await page.evaluate('document.images[0].naturalWidth')).toBe(640);
    await page.close();
  });

  it('frames nothing else of the site', async () => {
    const page = await browser.newPage();
    await page.goto(`${other}/releases/dti/province34/2024/r1/`);
    expect(
      await page
        .frames()[1]
        ?.evaluate('document.body.innerText')
        .catch(() => ''),
    ).not.toContain('page of the site');
    await page.close();
  });
});
