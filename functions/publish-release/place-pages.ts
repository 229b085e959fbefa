import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { dayInVietnam } from '../../shared/format/format-date.ts';
import { type Bucket, objectExists, putObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import { readSitePlan, sitePlacedKey } from '../../shared/release/site-plan.ts';
import type { Release } from '../../shared/score-store/releases.ts';
import { type PagePlace, type PlacePagesDeps, placeMoved, placePack } from '../../shared/site/place-pages.ts';
import { readSitePart } from './read-site.ts';
import { type HomeTurn, leftBehind } from './take-home.ts';

export interface PlaceDeps extends PlacePagesDeps {
  lake: Bucket;
  /**
   * Whether the call ends before a piece of work of so many milliseconds would: what is left is for the next one. Absent: it
   * never does.
   */
  isLate?: (piece: number) => boolean;
}

const underWay = 'PAGES_UNDER_WAY';

/** Not a failure: what is left is for the next call. */
export const isUnderWay = (error: unknown): boolean => error instanceof Fault && error.code === underWay;

export interface Placing {
  release: Release;
  /** The release that took this one's place; null: nothing did. */
  newer: Release | null;
  /** At the site's root, in this turn; absent: at the release's own address. */
  turn?: HomeTurn;
}

/**
 * Copies the drawn pages of a release to their addresses, with what was not known when they were drawn. Draws nothing. Cut
 * off, it goes on after the last part that it finished. Thousands of pages may take longer than one call has: then it says
 * so by the fault `PAGES_UNDER_WAY`, and the same call again goes on. Once a later turn has put
 * pages at the root it stops: the rest is not this one's any more.
 */
export async function placePages(placing: Placing, deps: PlaceDeps): Promise<void> {
  const { run_id } = placing.release;
  const name = nameOf(placing, deps.origin);
  const steps = await stepsOf(placing, deps);
  // A machine that is slow today is slow for the next part too.
  let longest = 0;
  for (const [step, put] of steps.entries()) {
    const placed = sitePlacedKey(run_id, name, step);
    if (await objectExists(deps.lake, placed)) continue;
    if (deps.isLate?.(longest)) throw new Fault(underWay, `part ${step} of ${steps.length} is next`);
    const began = performance.now();
    if ((await put()) === 'overtaken' && placing.turn) return;
    await putObject(deps.lake, placed, '{}', { contentType: contentTypeOf('json') });
    longest = Math.max(longest, performance.now() - began);
  }
}

/** Of what is filled in, so that pages with another notice are pages to be put. */
const nameOf = ({ newer, release, turn }: Placing, origin: string): string =>
  sha256Of(
    JSON.stringify([
      turn ? 'home' : 'release',
      ...[newer?.release ?? null, release.released_at, origin],
      ...(turn ? [turn.number] : []),
    ]),
  );

/** The parts that were drawn, and at the root what other releases had there besides. */
async function stepsOf(placing: Placing, deps: PlaceDeps) {
  const { release, turn } = placing;
  const { parts } = await readSitePlan(deps.lake, release.run_id);
  const place = placeOf(placing);
  const drawn = Array.from({ length: parts }, (_, part) => async () => {
    return placePack(await readSitePart(deps.lake, release.run_id, part), place, deps);
  });
  const left = turn ? leftBehind(turn) : [];
  return turn && left.length > 0 ? [...drawn, () => placeMoved(left, turn.number, deps)] : drawn;
}

/** At its own address a page with a notice is never followed by one without: there are these two orders. */
const placeOf = ({ release, newer, turn }: Placing): PagePlace => ({
  folder: turn ? '' : `releases/${release.release}/`,
  isoDay: dayInVietnam(release.released_at),
  newer,
  ...(turn
    ? { order: turn.number, ...(turn.number === 1 ? { known: 'first' } : {}) }
    : newer
      ? { order: 1, known: 'last' }
      : { order: 0, known: 'first' }),
});
