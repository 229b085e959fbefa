import type { FeedLanguage } from './feed-words.ts';
import type { PublicRelease } from './public-release.ts';

/** Where things stand below the site's origin. */
export const addresses = {
  /** Its page, or its table where it has none. */
  release: ({ header, paged }: PublicRelease) => `/releases/${header.release}/${paged ? '' : 'scoreboard.csv'}`,
  file: (release: string, path: string) => `/releases/${release}/${path}`,
  /** The unit's line in the table of a release. */
  unit: (release: PublicRelease, unitId: string): string =>
    release.paged ? `/releases/${release.header.release}/#${unitId}` : addresses.release(release),
  catalogue: '/catalog.jsonld',
  sitemap: '/sitemap.xml',
  /** Of a line: at the root, because a sitemap speaks only for what lies below it. */
  lineSitemap: (line: string) => `/sitemap-${line.replaceAll('/', '-')}.xml`,
  /** What is to come. */
  calendar: '/calendar.json',
  allScores: '/all/scores.csv',
  releasesFeed: (language: FeedLanguage) => `${feedsIn(language)}releases.atom`,
  groupFeed: (group: string, language: FeedLanguage) => `${feedsIn(language)}groups/${group}.atom`,
  unitFeed: (unitId: string, language: FeedLanguage) => `${feedsIn(language)}units/${unitId}.atom`,
} as const;

function feedsIn(language: FeedLanguage): string {
  return language === 'vi' ? '/feeds/' : '/feeds/en/';
}

/** Key in the public bucket of what stands at a path. */
export const keyAt = (path: string): string => path.slice(1);
