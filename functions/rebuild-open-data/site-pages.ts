import type { SitePage } from '../../shared/open-data/sitemap.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { listPages, type SiteExtent } from '../../shared/site/page-list.ts';

/** Pages that search engines are told of: those of a release, in both languages. */
export const sitePages = (scoreboard: Scoreboard, extent: SiteExtent): SitePage[] =>
  listPages(scoreboard, extent).map(({ path }) => {
    const vi = `/releases/${scoreboard.release}/${path}`;
    return { vi, en: `/en${vi}` };
  });
