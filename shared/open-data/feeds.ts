import { officeOf } from '../release/office.ts';
import type { ScoreRow } from '../release/open-data/score-rows.ts';
import { groupVi } from '../release/scoreboard-words.ts';
import { unitFullNameVi, unitNameVi } from '../units/names.ts';
import { addresses } from './addresses.ts';
import { type FeedEntry, renderFeed } from './atom.ts';
import { feedTitlesVi, newsTitleVi, newsVi, totalRow, unitNewsTitleVi } from './open-data-words.ts';
import { inOrder, type PublicRelease } from './public-release.ts';

/** Every release and correction. Null while there is none: a feed has been updated at some time. */
export const releasesFeed = (releases: readonly PublicRelease[], origin: string): string | null =>
  feedOf(releases, origin, {
    about: 'releases',
    title: feedTitlesVi.releases,
    path: addresses.releasesFeed,
    page: '/',
  });

/** The same of one group. */
export function groupFeed(group: string, releases: readonly PublicRelease[], origin: string): string | null {
  const own = inOrder(releases).filter(({ header }) => header.group === group);
  const last = own.at(-1);
  if (!last) return null;
  const [title, page] = [feedTitlesVi.group(groupVi(last.header)), addresses.release(last)];
  return feedOf(own, origin, { about: `group/${group}`, title, path: addresses.groupFeed(group), page });
}

interface About {
  about: string;
  title: string;
  path: string;
  page: string;
}

function feedOf(releases: readonly PublicRelease[], origin: string, { path, page, ...about }: About): string | null {
  const [first] = releases;
  if (!first) return null;
  return renderFeed({
    ...about,
    author: officeOf(first.header.group),
    self: origin + path,
    page: origin + page,
    entries: releases.map((release) => ({
      ...entryOf(release, origin),
      title: newsTitleVi(release),
      summary: newsVi(release),
    })),
  });
}

const entryOf = (release: PublicRelease, origin: string) => ({
  about: `release/${release.header.release}`,
  updated: release.released_at,
  page: origin + addresses.release(release),
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
  origin: string,
): Map<string, string> {
  const byName = new Map(releases.map((release) => [release.header.release, release]));
  const byUnit = Map.groupBy(
    rows.filter(({ release }) => byName.has(release)),
    ({ unit_id }) => unit_id,
  );
  return new Map([...byUnit].map(([unitId, own]) => [unitId, unitFeed(unitId, own, byName, origin)]));
}

function unitFeed(unitId: string, rows: ScoreRow[], releases: Map<string, PublicRelease>, origin: string): string {
  const byRelease = Map.groupBy(rows, ({ release }) => release);
  const entries = [...byRelease].map(([name, own]) => unitEntry(unitId, own, releases.get(name)!, origin));
  const newest = inOrder([...byRelease.keys()].map((name) => releases.get(name)!)).at(-1)!;
  return renderFeed({
    about: `unit/${unitId}`,
    title: feedTitlesVi.unit(unitFullNameVi(unitId)),
    author: officeOf(newest.header.group),
    self: origin + addresses.unitFeed(unitId),
    page: origin + addresses.unit(newest, unitId),
    entries,
  });
}

const unitEntry = (unitId: string, rows: ScoreRow[], release: PublicRelease, origin: string): FeedEntry => ({
  ...entryOf(release, origin),
  about: `release/${release.header.release}/${unitId}`,
  title: unitNewsTitleVi(unitNameVi(unitId), totalRow(rows, release.header), release),
  page: origin + addresses.unit(release, unitId),
  summary: `${newsTitleVi(release)}. ${newsVi(release)}`,
});
