import { chooseFormat } from '../../shared/http/choose-format.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import type { Answer } from '../../shared/public-api/answers.ts';
import { releaseLabelVi } from '../../shared/release/release-name.ts';
import type { ListedRelease } from '../../shared/score-store/listed-releases.ts';
import { groupsHolding } from '../../shared/units/groups.ts';
import { groupNameVi } from '../../shared/units/names.ts';
import { feedWords } from './feed-words.ts';
import { lastReleasedFirst } from './list-releases.ts';
import { requireUnit } from './list-units.ts';
import type { Query } from './public-query.ts';
import { type Published, requireGroup } from './published.ts';

const jsonFeed = 'application/feed+json';
const atom = 'application/atom+xml';
const longest = 50;

/** The newest releases and corrections, in the form that is asked for. */
export function writeFeed(
  query: Query,
  accept: string | undefined,
  all: Published,
  origin: string,
): { type: string; body: string } {
  const type = chooseFormat(accept, [jsonFeed, atom]);
  const feed = describeFeed(query, all, origin);
  return { type, body: type === atom ? renderAtom(feed) : JSON.stringify(feed) };
}

/** @param origin Of the public site: a reader of feeds follows no address without one. */
function describeFeed(query: Query, { releases }: Published, origin: string): Answer<'Feed'> {
  if (query.group !== undefined) requireGroup(query.group);
  const held = query.unit_id === undefined ? null : groupsHolding(requireUnit(query.unit_id)).map(({ group }) => group);
  const items = releases
    .filter(({ group }) => query.group === undefined || group === query.group)
    .filter(({ index }) => query.index === undefined || index === query.index)
    .filter(({ group }) => held === null || held.includes(group))
    .sort(lastReleasedFirst)
    .slice(0, longest)
    .map((release) => describeItem(release, origin));
  const { group, unit_id, index } = query;
  const search = new URLSearchParams(Object.entries({ group, index, unit_id }).filter(isGiven)).toString();
  return {
    version: 'https://jsonfeed.org/version/1.1',
    ...{
      title: feedWords.title,
      home_page_url: `${origin}/`,
      feed_url: `${origin}/v1/feed${search ? `?${search}` : ''}`,
      language: 'vi',
    },
    items,
  };
}

const isGiven = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

function describeItem({ release, group, released_at, correction, framework }: ListedRelease, origin: string) {
  const named = { release: releaseLabelVi(release), group: groupNameVi(group) };
  return {
    ...{ id: `urn:dti:release:${release}`, url: `${origin}/${releaseKey(release, '')}` },
    title: correction ? feedWords.correction(named) : feedWords.release(named),
    content_text: correction ? feedWords.reason(correction.reason.text_vi) : feedWords.about(framework),
    ...{ date_published: released_at, tags: [group] },
    _dti: { release, kind: correction ? ('correction' as const) : ('release' as const) },
  };
}

/** Atom 1.0; when nothing is released yet it was last changed at the beginning of time. */
function renderAtom({ title, feed_url, items }: Answer<'Feed'>): string {
  const updated = items[0]?.date_published ?? '1970-01-01T00:00:00Z';
  const entries = items.map(
    (item) =>
      `<entry><id>${xml(item.id)}</id><title>${xml(item.title)}</title><updated>${item.date_published}</updated>` +
      `<link href="${xml(item.url)}"/><category term="${xml(item._dti.kind)}"/><content>${xml(item.content_text)}</content></entry>`,
  );
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">` +
    `<id>${xml(feed_url)}</id><title>${xml(title)}</title><updated>${updated}</updated>` +
    `<link rel="self" href="${xml(feed_url)}"/><author><name>${xml(feedWords.author)}</name></author>\n${entries.join('\n')}\n</feed>\n`
  );
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Without the control characters that no XML may hold. */
const xml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are meant
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (mark) => marks[mark]!);
