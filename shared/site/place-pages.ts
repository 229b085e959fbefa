import { formatDate } from '../format/format-date.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import { type Bucket, putObject, putObjectOnce } from '../lake/objects.ts';
import { contentTypeOf } from '../release/run-files.ts';
import type { Language } from './language.ts';
import { fillMarks } from './marks.ts';
import { type NewerRelease, renderNewerNotice } from './newer-notice.tsx';
import type { DrawnPage, SitePack } from './site-pack.ts';

/** Requests under way at once: S3 takes thousands a second, one process some hundreds. */
const atOnce = 48;

export interface PagePlace {
  /** Below the site's root: `releases/dti/province34/2024/r1/`; empty: the root itself. English lies below `en/`. */
  folder: string;
  /** Day of publication in Vietnam, `YYYY-MM-DD`. */
  isoDay: string;
  /** The release that took this one's place; null: nothing did. */
  newer: NewerRelease | null;
}

export interface PlacePagesDeps {
  publicBucket: Bucket;
  /** Of the public site: `https://dti.example.vn`. */
  origin: string;
}

/** Puts drawn pages at their addresses, with what was not known when they were drawn. Again, it puts the same. */
export async function placePack({ pages, assets }: SitePack, place: PagePlace, deps: PlacePagesDeps): Promise<void> {
  // Before the pages that name them.
  await mapConcurrently(assets, atOnce, ({ key, base64 }) =>
    putObjectOnce(deps.publicBucket, key, Buffer.from(base64, 'base64'), {
      contentType: contentTypeOf(key),
      cacheControl: forever,
    }),
  );
  await mapConcurrently(pages, atOnce, (page) => placePage(page, place, deps));
}

const forever = 'public, max-age=31536000, immutable';

function placePage(page: DrawnPage, place: PagePlace, deps: PlacePagesDeps): Promise<string | null> {
  const root = rootOf(place, page.language);
  return putObject(deps.publicBucket, `${root.slice(1)}${page.path}index.html`, filled(page, place, deps.origin), {
    contentType: contentTypeOf('html'),
    cacheControl: 'public, max-age=60',
  });
}

function filled({ html, language }: DrawnPage, place: PagePlace, origin: string): string {
  const { isoDay, newer } = place;
  return fillMarks(html, {
    ...{ origin, isoDay, day: formatDate(isoDay) },
    other: rootOf(place, language === 'vi' ? 'en' : 'vi'),
    newer: newer === null ? '' : renderNewerNotice(newer, language),
  });
}

const rootOf = ({ folder }: PagePlace, language: Language): string => `${language === 'vi' ? '/' : '/en/'}${folder}`;
