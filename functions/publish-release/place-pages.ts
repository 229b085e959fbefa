import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { dayInVietnam } from '../../shared/format/format-date.ts';
import { type Bucket, getObject, objectExists, putObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { readSitePlan, sitePartKey, sitePlacedKey } from '../../shared/release/site-plan.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import { type PagePlace, type PlacePagesDeps, placePack } from '../../shared/site/place-pages.ts';
import { type SitePack, unpackSite } from '../../shared/site/site-pack.ts';

export interface PlaceDeps extends PlacePagesDeps {
  lake: Bucket;
  /** The call ends soon: what is left is for the next one. Absent: it never does. */
  isLate?: () => boolean;
}

const underWay = 'PAGES_UNDER_WAY';

/** Not a failure: what is left is for the next call. */
export const isUnderWay = (error: unknown): boolean => error instanceof Fault && error.code === underWay;

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
 * off, it goes on after the last part that it finished. Thousands of pages may take longer than one call has: then it says
 * so by the fault `PAGES_UNDER_WAY`, after one part at least, and the same call again goes on.
 */
export async function placePages(placing: Placing, deps: PlaceDeps): Promise<void> {
  const { run_id } = placing.release;
  const name = nameOf(placing, deps.origin);
  const { parts } = await readSitePlan(deps.lake, run_id);
  let own = 0;
  for (let part = 0; part < parts; part++) {
    const placed = sitePlacedKey(run_id, name, part);
    if (!placing.again && (await objectExists(deps.lake, placed))) continue;
    if (own++ > 0 && deps.isLate?.()) throw new Fault(underWay, `part ${part} of ${parts} is next`);
    await placePack(await readPart(deps.lake, run_id, part), placeOf(placing), deps);
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

const placeOf = ({ place, release, newer }: Placing): PagePlace => ({
  folder: place === 'home' ? '' : `releases/${release.release}/`,
  isoDay: dayInVietnam(release.released_at),
  newer,
});
