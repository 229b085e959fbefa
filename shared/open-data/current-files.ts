import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { addresses } from './addresses.ts';
import { renderCatalogue } from './catalogue.ts';
import { feedLanguages } from './feed-words.ts';
import { groupFeed, releasesFeed, unitFeeds } from './feeds.ts';
import { byLine, lineOf, newestInstant, type PublicRelease, type ReleaseLine } from './public-release.ts';
import { renderRobots, renderSitemap, renderSitemapIndex, type SitePage } from './sitemap.ts';

export interface OpenDataState {
  /** Of the site, without a slash at its end: `https://dti.example.vn`. */
  origin: string;
  /** All that are out. */
  releases: readonly PublicRelease[];
  /** The line that a release came out in. */
  changed: ReleaseLine;
  /** Of the releases of that line's group: their own `scores.csv`. */
  rows: readonly ScoreRow[];
  /** Pages of the line's current release. */
  pages: readonly SitePage[];
}

/**
 * What is current beside the releases and follows from them, by path: the files that every release changes, and those of
 * the line it came out in. Those of other lines stand as they are. Linear in what is given.
 */
export function currentFiles(state: OpenDataState): Map<string, string> {
  const { origin, releases, changed } = state;
  const lines = linesOf(releases);
  const inGroup = releases.filter(({ header }) => header.index === changed.index && header.group === changed.group);
  const own = lines.find(({ line }) => line === lineOf(changed));
  const files = new Map<string, string | null>([
    [addresses.catalogue, renderCatalogue(releases, origin)],
    [addresses.sitemap, renderSitemapIndex(lines, origin)],
    ['/robots.txt', renderRobots(origin)],
    [addresses.lineSitemap(lineOf(changed)), own ? renderSitemap({ ...own, pages: state.pages }, origin) : null],
  ]);
  for (const language of feedLanguages) {
    const told = { origin, language };
    files.set(addresses.releasesFeed(language), releasesFeed(releases, told));
    files.set(addresses.groupFeed(changed.group, language), groupFeed(changed.group, releases, told));
    for (const [unitId, feed] of unitFeeds(inGroup, state.rows, told))
      files.set(addresses.unitFeed(unitId, language), feed);
  }
  return new Map([...files].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Of each line that has pages, when the newest of its releases came out. */
const linesOf = (releases: readonly PublicRelease[]) =>
  [...byLine(releases.filter(({ paged }) => paged))].map(([line, of]) => ({
    line,
    updated: newestInstant(of),
  }));
