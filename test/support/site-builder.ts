import type { ShownScoreboard } from '../../shared/scoring/scoreboard.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import type { Language } from '../../shared/site/language.ts';
import { fillMarks, type Marks } from '../../shared/site/marks.ts';
import { listPages, type PageRef } from '../../shared/site/page-list.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { siteAssets } from './site-assets.ts';

const files = [
  { path: 'ranking.xlsx', bytes: 23_370 },
  { path: 'scoreboard.csv', bytes: 6_500 },
  { path: 'scoreboard.json', bytes: 70_000 },
].map((file) => ({ ...file, sha256: 'ab'.repeat(32) }));

/** What pages are drawn from, of a table alone. */
export const siteOf = (scoreboard: ShownScoreboard, more: Partial<ReleaseSite> = {}): ReleaseSite => ({
  scoreboard,
  ...{ changes: null, corrections: null, scored: null, traced: null, histories: new Map(), files },
  assets: siteAssets,
  ...more,
});

/** The page at a path below the release's folder. */
export function refAt(site: ReleaseSite, path: string): PageRef {
  const ref = listPages(site.scoreboard).find((page) => page.path === path);
  if (!ref) throw new Error(`no page at ${path}`);
  return ref;
}

/** As it is published on 2025-10-21. */
export function publishedPage(
  site: ReleaseSite,
  path = '',
  language: Language = 'vi',
  marks: Partial<Marks> = {},
): string {
  const root = `/releases/${site.scoreboard.release}/`;
  return fillMarks(drawPage(site, refAt(site, path), language), {
    ...{ origin: 'https://dti.example', day: '21/10/2025', isoDay: '2025-10-21', newer: '' },
    other: language === 'vi' ? `/en${root}` : root,
    ...marks,
  });
}
