import { addresses } from '../open-data/addresses.ts';
import type { Language } from './language.ts';
import type { ReleaseSite } from './release-site.ts';
import { feedWords as words } from './words/feed-words.ts';
import { groupName } from './words/scoreboard-words.ts';

export interface FeedLink {
  title: string;
  address: string;
}

/** What may be followed from any page of a release: every release and correction, and those of its group. */
export const feedsOf = ({ scoreboard }: ReleaseSite, language: Language): FeedLink[] => [
  { title: words.releases[language], address: addresses.releasesFeed(language) },
  { title: groupName(scoreboard, language), address: addresses.groupFeed(scoreboard.group, language) },
];

/** What each release says of one unit. */
export const feedOfUnit = (unit: { unit_id: string; unit_name_vi: string }, language: Language): FeedLink => ({
  title: unit.unit_name_vi,
  address: addresses.unitFeed(unit.unit_id, language),
});
