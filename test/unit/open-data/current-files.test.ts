import { describe, expect, it } from 'vitest';
import { currentFiles } from '../../../shared/open-data/current-files.ts';
import { renderSitemap } from '../../../shared/open-data/sitemap.ts';
import { threeReleases } from '../../support/public-releases.ts';
import { childrenOf, readXml, textOf } from '../../support/read-xml.ts';

const origin = 'https://dti.example.vn';
const told = threeReleases();
const files = currentFiles({
  origin,
  releases: told.map(({ release }) => release),
  changed: { index: 'dti', group: 'province34', period: '2024' },
  rows: told.flatMap(({ rows }) => rows),
  pages: [{ vi: '/releases/dti/province34/2024/r2/', en: '/en/releases/dti/province34/2024/r2/' }],
});

describe('currentFiles', () => {
  it('are those that every release changes and those of its own line', () => {
    const paths = [...files.keys()].filter((path) => !path.includes('/units/'));
    expect(paths.toSorted()).toEqual([
      '/catalog.jsonld',
      '/feeds/en/groups/province34.atom',
      '/feeds/en/releases.atom',
      '/feeds/groups/province34.atom',
      '/feeds/releases.atom',
      '/robots.txt',
      '/sitemap-dti-province34-2024.xml',
      '/sitemap.xml',
    ]);
    expect(files.size - paths.length).toBe(2 * 34);
  });

  it('lead from robots.txt to the sitemap, and from that to one per line, each at the root', () => {
    expect(files.get('/robots.txt')).toContain(`\nSitemap: ${origin}/sitemap.xml\n`);
    const index = readXml(files.get('/sitemap.xml')!);
    expect(index.name).toBe('sitemapindex');
    expect(childrenOf(index, 'sitemap').map((one) => [textOf(one, 'loc'), textOf(one, 'lastmod')])).toEqual([
      [`${origin}/sitemap-dti-province34-2024.xml`, '2025-11-03T02:00:00.000Z'],
      [`${origin}/sitemap-dti-province34-2026-Q3.xml`, '2026-10-20T02:00:00.000Z'],
    ]);
    const pages = childrenOf(readXml(files.get('/sitemap-dti-province34-2024.xml')!), 'url');
    expect(pages.map((page) => textOf(page, 'loc'))).toEqual([
      `${origin}/releases/dti/province34/2024/r2/`,
      `${origin}/en/releases/dti/province34/2024/r2/`,
    ]);
  });
});

describe('renderSitemap', () => {
  it('names each page in each language, with all its languages beside', () => {
    const pages = [
      { vi: '/a/', en: '/en/a/' },
      { vi: '/b/', en: null },
    ];
    const urls = childrenOf(
      readXml(renderSitemap({ line: 'dti/x/2024', updated: '2025-01-01T00:00:00Z', pages }, origin)),
      'url',
    );
    const languages = urls.map((url) => [
      textOf(url, 'loc'),
      ...childrenOf(url, 'xhtml:link').map(({ attributes }) => `${attributes.hreflang} ${attributes.href}`),
    ]);
    const both = [`vi ${origin}/a/`, `en ${origin}/en/a/`];
    expect(languages).toEqual([[`${origin}/a/`, ...both], [`${origin}/en/a/`, ...both], [`${origin}/b/`]]);
  });
});
