import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { dayInVietnam, formatDate } from '../../shared/format/format-date.ts';
import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import { type Bucket, getObject, objectExists, putObject, putObjectOnce } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { readSitePlan, sitePartKey, sitePlacedKey } from '../../shared/release/site-plan.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import type { Language } from '../../shared/site/language.ts';
import { fillMarks } from '../../shared/site/marks.ts';
import { renderNewerNotice } from '../../shared/site/newer-notice.tsx';
import { type DrawnPage, type SitePack, unpackSite } from '../../shared/site/site-pack.ts';

/** Requests under way at once: S3 takes thousands a second, one process some hundreds. */
const atOnce = 48;

export interface PlaceDeps {
  lake: Bucket;
  publicBucket: Bucket;
  /** Of the public site: `https://dti.example.vn`. */
  origin: string;
}

/** Where copies of a release's pages lie: at its own address for ever, or at the site's root while it is shown there. */
export type Place = 'release' | 'home';

export interface Placing {
  release: Release;
  place: Place;
  /** The release that took this one's place; null: nothing did. */
  newer: Release | null;
  /** Puts them though they were put already: somebody else may have put others since. */
  again?: boolean;
  /** At the site's root, which changes hands: within one turn a part that was put still stands. */
  turn?: string;
}

/**
 * Copies the drawn pages of a release to their addresses, with what was not known when they were drawn. Draws nothing. Cut
 * off, it goes on after the last part that it finished.
 */
export async function placePages(placing: Placing, deps: PlaceDeps): Promise<void> {
  const { run_id } = placing.release;
  const name = nameOf(placing, deps.origin);
  const { parts } = await readSitePlan(deps.lake, run_id);
  for (let part = 0; part < parts; part++) {
    const placed = sitePlacedKey(run_id, name, part);
    if (!placing.again && (await objectExists(deps.lake, placed))) continue;
    await placePart(await readPart(deps.lake, run_id, part), placing, deps);
    await putObject(deps.lake, placed, '{}', { contentType: contentTypeOf('json') });
  }
}

/** Of what is filled in, so that pages with another notice are pages to be put. */
const nameOf = ({ place, newer, release, turn }: Placing, origin: string): string =>
  sha256Of(JSON.stringify([place, newer?.release ?? null, release.released_at, origin, ...(turn ? [turn] : [])]));

async function readPart(lake: Bucket, runId: string, part: number): Promise<SitePack> {
  const key = sitePartKey(runId, part);
  const stored = await getObject(lake, key);
  if (!stored) throw new Fault('RUN_FILE_MISSING', `${key} is not in the lake`);
  return unpackSite(stored.bytes);
}

async function placePart({ pages, assets }: SitePack, placing: Placing, deps: PlaceDeps): Promise<void> {
  // Before the pages that name them.
  await mapConcurrently(assets, atOnce, ({ key, base64 }) =>
    putObjectOnce(deps.publicBucket, key, Buffer.from(base64, 'base64'), {
      contentType: contentTypeOf(key),
      cacheControl: forever,
    }),
  );
  await mapConcurrently(pages, atOnce, (page) => placePage(page, placing, deps));
}

const forever = 'public, max-age=31536000, immutable';

function placePage(page: DrawnPage, placing: Placing, deps: PlaceDeps): Promise<string | null> {
  const root = rootOf(placing, page.language);
  return putObject(deps.publicBucket, `${root.slice(1)}${page.path}index.html`, filled(page, placing, deps.origin), {
    contentType: contentTypeOf('html'),
    cacheControl: 'public, max-age=60',
  });
}

function filled({ html, language }: DrawnPage, placing: Placing, origin: string): string {
  const { release, newer } = placing;
  const isoDay = dayInVietnam(release.released_at);
  return fillMarks(html, {
    ...{ origin, isoDay, day: formatDate(isoDay) },
    other: rootOf(placing, language === 'vi' ? 'en' : 'vi'),
    newer: newer === null ? '' : renderNewerNotice(newer, language),
  });
}

const rootOf = ({ place, release }: Placing, language: Language): string =>
  `${language === 'vi' ? '/' : '/en/'}${place === 'home' ? '' : `releases/${release.release}/`}`;
