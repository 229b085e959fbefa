import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { publicHeaders } from '../../infra/public-headers.ts';
import { assetList, buildSite } from '../../infra/site/build-site.ts';
import { contentTypeOf } from '../../shared/release/content-types.ts';
import { assetsFolder, type SiteAssets } from '../../shared/site/site-assets.ts';
import { launchBrowser } from './browser.ts';
import { shownPages } from './shown-pages.ts';
import { siteAssets } from './site-assets.ts';

interface ShownSite {
  /** By what the page is, its address. */
  addresses: ReadonlyMap<string, string>;
  close(): void;
}

type Answer = [type: string, body: Uint8Array | string];

/** The same for the tests of one file, with a browser to visit them. */
export async function showSite(): Promise<{ addresses: ShownSite['addresses']; browser: Browser }> {
  const site = await openShownSite();
  const browser = await launchBrowser();
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  return { addresses: site.addresses, browser };
}

/** The shown pages with the style sheets, scripts and fonts that the build makes, under the headers of the public site. */
async function openShownSite(): Promise<ShownSite> {
  const { assets, answers } = await builtAssets();
  const paths = Object.entries(await shownPages()).map(([name, html], place) => {
    const path = `/${place}/`;
    answers.set(path, [contentTypeOf('html'), withBuilt(html, assets)]);
    return [name, path] as const;
  });
  const server = createServer(({ url }, response) => {
    // Browsers ask for it of their own accord; it is none of what is tested.
    if (url === '/favicon.ico') return void response.writeHead(204).end();
    const [type, body] = answers.get(url!.split('?')[0]!) ?? [contentTypeOf('html'), null];
    const kept = url!.startsWith(`/${assetsFolder}`) ? { 'cache-control': 'public, max-age=31536000, immutable' } : {};
    response.writeHead(body === null ? 404 : 200, { ...publicHeaders, ...kept, 'content-type': type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { addresses: new Map(paths.map(([name, path]) => [name, origin + path])), close: () => server.close() };
}

async function builtAssets(): Promise<{ assets: SiteAssets; answers: Map<string, Answer> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dti-site-'));
  try {
    await buildSite(folder);
    const assets = JSON.parse(await readFile(join(folder, assetList), 'utf8')) as SiteAssets;
    const answers = addressesIn(assets).map(
      async (address): Promise<[string, Answer]> => [
        address,
        [contentTypeOf(address), await readFile(join(folder, basename(address)))],
      ],
    );
    return { assets, answers: new Map(await Promise.all(answers)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const addressesIn = ({ fonts, verify, ...others }: SiteAssets): string[] => [
  ...Object.values(others),
  ...fonts,
  verify.script,
];

/** Pages are drawn with addresses that nothing lies at. */
function withBuilt(html: string, built: SiteAssets): string {
  const drawn = addressesIn({ ...siteAssets, fonts: [] });
  const there = addressesIn({ ...built, fonts: [] });
  return drawn.reduce((text, address, place) => text.replaceAll(`"${address}"`, `"${there[place]}"`), html);
}
