import { formatDate } from '../format/format-date.ts';
import { type OrderedPut, putInOrder } from '../lake/change-object.ts';
import { mapConcurrently } from '../lake/map-concurrently.ts';
import { type Bucket, putObjectOnce } from '../lake/objects.ts';
import { contentTypeOf } from '../release/run-files.ts';
import { type Language, languages } from './language.ts';
import { fillMarks } from './marks.ts';
import { renderMovedPage } from './moved-page.tsx';
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
  /** Of all that is ever put there: what is of a later one stays. */
  order: number;
  /** What is known of that order (`OrderedPut`), which saves to look. */
  known?: OrderedPut['known'];
}

export interface PlacePagesDeps {
  publicBucket: Bucket;
  /** Of the public site: `https://dti.example.vn`. */
  origin: string;
}

/** Whether all of it stands, or some of what is there is of a later order and stays. */
export type Placed = 'whole' | 'overtaken';

/** Puts drawn pages at their addresses, with what was not known when they were drawn. Again, it puts the same. */
export async function placePack({ pages, assets }: SitePack, place: PagePlace, deps: PlacePagesDeps): Promise<Placed> {
  // Before the pages that name them.
  await mapConcurrently(assets, atOnce, ({ key, base64 }) =>
    putObjectOnce(deps.publicBucket, key, Buffer.from(base64, 'base64'), {
      contentType: contentTypeOf(key),
      cacheControl: forever,
    }),
  );
  return placeAll(pages, ({ language, path }) => `${rootOf(place, language)}${path}`, {
    ...{ deps, order: place.order, known: place.known },
    draw: (page) => filled(page, place, deps.origin),
  });
}

/**
 * At the site's root, pages that the release shown there does not have, each with the release that had it: instead of an old
 * table that looks current they lead to where it stands.
 */
export function placeMoved(
  moved: readonly [path: string, release: string][],
  order: number,
  deps: PlacePagesDeps,
): Promise<Placed> {
  const pages = moved.flatMap(([path, release]) => languages.map((language) => ({ path, release, language })));
  return placeAll(pages, ({ language, path }) => `${rootOf({ folder: '' }, language)}${path}`, {
    ...{ deps, order },
    draw: (page) => renderMovedPage(page, deps.origin),
  });
}

interface Put<Page> {
  deps: PlacePagesDeps;
  order: number;
  known?: OrderedPut['known'];
  draw: (page: Page) => string;
}

async function placeAll<Page>(
  pages: readonly Page[],
  addressOf: (page: Page) => string,
  { deps, draw, ...how }: Put<Page>,
): Promise<Placed> {
  const put = await mapConcurrently(pages, atOnce, (page) =>
    putInOrder(deps.publicBucket, `${addressOf(page).slice(1)}index.html`, draw(page), {
      ...how,
      contentType: contentTypeOf('html'),
      cacheControl: 'public, max-age=60',
    }),
  );
  return put.every((stands) => stands) ? 'whole' : 'overtaken';
}

const forever = 'public, max-age=31536000, immutable';

function filled({ html, language }: DrawnPage, place: PagePlace, origin: string): string {
  const { isoDay, newer } = place;
  return fillMarks(html, {
    ...{ origin, isoDay, day: formatDate(isoDay) },
    other: rootOf(place, language === 'vi' ? 'en' : 'vi'),
    newer: newer === null ? '' : renderNewerNotice(newer, language),
  });
}

const rootOf = ({ folder }: Pick<PagePlace, 'folder'>, language: Language): string =>
  `${language === 'vi' ? '/' : '/en/'}${folder}`;
