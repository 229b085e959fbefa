import { officeOf } from '../release/office.ts';
import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { addresses } from './addresses.ts';
import { type FeedEntry, renderFeed } from './atom.ts';
import { type FeedLanguage, feedWords, totalRow } from './feed-words.ts';
import { inOrder, type PublicRelease } from './public-release.ts';

/** Whose words a feed speaks, and where it and its pages stand. */
interface Told {
  /** Of the site. */
  origin: string;
  language: FeedLanguage;
}

/** Every release and correction. Null while there is none: a feed has been updated at some time. */
export const releasesFeed = (releases: readonly PublicRelease[], told: Told): string | null =>
  feedOf(releases, told, {
    about: 'releases',
    title: feedWords[told.language].releases,
    path: addresses.releasesFeed(told.language),
    page: told.language === 'vi' ? '/' : '/en/',
  });

/** The same of one group. */
export function groupFeed(group: string, releases: readonly PublicRelease[], told: Told): string | null {
  const own = inOrder(releases).filter(({ header }) => header.group === group);
  const last = own.at(-1);
  if (!last) return null;
  return feedOf(own, told, {
    about: `group/${group}`,
    title: feedWords[told.language].group(last.header),
    path: addresses.groupFeed(group, told.language),
    page: pageOf(last, told.language),
  });
}

/** In the feed's own language, where the release has pages. */
const pageOf = (release: PublicRelease, language: FeedLanguage): string =>
  `${language === 'en' && release.paged ? '/en' : ''}${addresses.release(release)}`;

interface About {
  about: string;
  title: string;
  path: string;
  page: string;
}

function feedOf(releases: readonly PublicRelease[], told: Told, { about, title, path, page }: About): string | null {
  const [first] = releases;
  if (!first) return null;
  const { origin, language } = told;
  const words = feedWords[language];
  return renderFeed({
    ...{ about: named(about, language), title, language, author: officeOf(first.header.group) },
    self: origin + path,
    page: origin + page,
    entries: releases.map((release) => ({
      ...entryOf(release, told),
      title: words.newsTitle(release),
      summary: words.news(release),
    })),
  });
}

/** Told in another language, an entry is another one: whoever follows both is not told that one of them changed. */
const named = (about: string, language: FeedLanguage): string => (language === 'vi' ? about : `${language}/${about}`);

const entryOf = (release: PublicRelease, { origin, language }: Told) => ({
  about: named(`release/${release.header.release}`, language),
  updated: release.released_at,
  page: origin + pageOf(release, language),
});

/**
 * For each unit of the releases given, what each of them said of it: rank of how many, value, or why there is none. The rows
 * are those releases' own; nobody's rank is set against another one's.
 *
 * @returns feeds by unit_id
 */
export function unitFeeds(
  releases: readonly PublicRelease[],
  rows: readonly ScoreRow[],
  told: Told,
): Map<string, string> {
  const byName = new Map(releases.map((release) => [release.header.release, release]));
  const byUnit = Map.groupBy(
    rows.filter(({ release }) => byName.has(release)),
    ({ unit_id }) => unit_id,
  );
  return new Map([...byUnit].map(([unitId, own]) => [unitId, unitFeed(unitId, own, byName, told)]));
}

function unitFeed(unitId: string, rows: ScoreRow[], releases: Map<string, PublicRelease>, told: Told): string {
  const { origin, language } = told;
  const byRelease = Map.groupBy(rows, ({ release }) => release);
  const entries = [...byRelease].map(([name, own]) => unitEntry(unitId, own, releases.get(name)!, told));
  const newest = inOrder([...byRelease.keys()].map((name) => releases.get(name)!)).at(-1)!;
  return renderFeed({
    ...{ about: named(`unit/${unitId}`, language), title: feedWords[language].unit(unitId), language },
    author: officeOf(newest.header.group),
    self: origin + addresses.unitFeed(unitId, language),
    page: origin + unitPage(newest, unitId, language),
    entries,
  });
}

/** The unit's line in the table of a release. */
const unitPage = (release: PublicRelease, unitId: string, language: FeedLanguage): string =>
  release.paged ? `${pageOf(release, language)}#${unitId}` : pageOf(release, language);

function unitEntry(unitId: string, rows: ScoreRow[], release: PublicRelease, told: Told): FeedEntry {
  const words = feedWords[told.language];
  return {
    ...entryOf(release, told),
    about: named(`release/${release.header.release}/${unitId}`, told.language),
    title: words.unitNewsTitle(unitId, totalRow(rows, release.header), release),
    page: told.origin + unitPage(release, unitId, told.language),
    summary: `${words.newsTitle(release)}. ${words.news(release)}`,
  };
}
