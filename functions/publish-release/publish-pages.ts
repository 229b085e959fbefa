import { dayInVietnam } from '../../shared/format/format-date.ts';
import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import { chooseForFrontPage } from '../../shared/release/front-page.ts';
import {
  type Release,
  readCurrentPeriods,
  readCurrentRelease,
  readRelease,
} from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readScoreHeader } from '../../shared/score-store/scores.ts';
import { type PlaceDeps, placePages } from './place-pages.ts';
import { takeHome } from './take-home.ts';

/** The front page shows a current release of this group: the newest that is fit for it, else the newest real one. */
const home = { index: 'dti', group: 'province34' };

/** Times the front page is put again because a release came in between; two are already rare. */
const tries = 5;

export interface PageDeps extends PlaceDeps {
  table: ScoreTable;
  now: () => Date;
}

/**
 * The pages of one release, beside its files and not of them. Whoever publishes the release after it may put them too, with its
 * notice: those stay, however late this one is.
 */
export async function publishReleasePages(release: Release, deps: PageDeps): Promise<void> {
  await placePages({ release, newer: await findSuccessor(release, deps.table) }, deps);
}

/**
 * The release before stays as it was; only its pages, which are not of the compared files, say that this one took its
 * place. Those before it say so of their own successor already: a release costs the same however many there are.
 */
export async function publishPagesBefore(release: Release, deps: PageDeps): Promise<void> {
  const before = await readRelease(deps.table, release, release.number - 1);
  if (before) await publishReleasePages(before, deps);
}

/** The next number, once it is out. */
async function findSuccessor(release: Release, table: ScoreTable): Promise<Release | null> {
  const next = await readRelease(table, release, release.number + 1);
  return next?.published ? next : null;
}

/** Puts the site's root from what is current, until what is current did not change meanwhile. */
export async function publishHome(deps: PageDeps): Promise<void> {
  let put = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const taken = await takeHome(() => chooseShown(deps), deps);
    if (!taken || taken.turn.number === put) return;
    await placePages({ ...taken, newer: null }, deps);
    put = taken.turn.number;
  }
}

async function chooseShown({ table, now }: PageDeps): Promise<Release | null> {
  const periods = (await readCurrentPeriods(table, home.index, home.group)).map(parsePeriod);
  const newestFirst = periods.sort(comparePeriodEnds).reverse();
  const shown = await Promise.all(newestFirst.map(({ period }) => readCandidate(table, period)));
  const candidates = shown.filter((candidate) => candidate !== null);
  return chooseForFrontPage(candidates, dayInVietnam(now().toISOString()))?.release ?? null;
}

async function readCandidate(table: ScoreTable, period: string) {
  const release = await readCurrentRelease(table, { ...home, period });
  const header = release && (await readScoreHeader(table, release.run_id));
  return release && header ? { release, header } : null;
}
