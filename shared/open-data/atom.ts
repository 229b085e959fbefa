import { createHash } from 'node:crypto';
import { escapeXml, xmlHead } from './xml.ts';

export interface Feed {
  /** What it is about, for its id: `releases`, `unit/P01-2025`. */
  about: string;
  title: string;
  language: 'vi' | 'en';
  /** Who publishes. */
  author: string;
  /** Its own address. */
  self: string;
  /** The page it is about. */
  page: string;
  /** At least one. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  about: string;
  title: string;
  /** Instant in UTC. */
  updated: string;
  page: string;
  summary: string;
}

/** Shown of a feed, newest first: readers ask once a day, and a file must not grow for ever. */
const kept = 100;

/**
 * An Atom feed (RFC 4287). Entries never change once they are there, and their ids are of what they are about and not of an
 * address: a reader that knows one knows it still when the site has moved.
 */
export function renderFeed(feed: Feed): string {
  const newest = feed.entries.toSorted((a, b) => (a.updated > b.updated ? -1 : 1)).slice(0, kept);
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${idOf(feed.about)}</id>
  <title>${escapeXml(feed.title)}</title>
  <updated>${newest[0]!.updated}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
${newest.map(renderEntry).join('')}</feed>
`;
}

const renderEntry = ({ about, title, updated, page, summary }: FeedEntry): string => `  <entry>
    <id>${idOf(about)}</id>
    <title>${escapeXml(title)}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
    <summary>${escapeXml(summary)}</summary>
  </entry>
`;

/** A UUID of the name alone (version 8: made by a rule of one's own). */
function idOf(about: string): string {
  const hex = createHash('sha256').update(`dti-feed:${about}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}
