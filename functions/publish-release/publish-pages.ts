import { dayInVietnam } from '../../shared/format/format-date.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import type { Changes } from '../../shared/release/changes/changes.ts';
import { changesPath } from '../../shared/release/changes/changes-json.ts';
import type { Corrections } from '../../shared/release/corrections/corrections.ts';
import { correctionsPath } from '../../shared/release/corrections/corrections-json.ts';
import { chooseForFrontPage } from '../../shared/release/front-page.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import {
  type Release,
  readCurrentPeriods,
  readCurrentRelease,
  readRelease,
} from '../../shared/score-store/releases.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { readScoreboard, readScoreHeader } from '../../shared/score-store/scores.ts';
import type { Download } from '../../shared/site/downloads.tsx';
import { renderRankingPage } from '../../shared/site/ranking-page.tsx';

/** The front page shows a current release of this group: the newest that is fit for it, else the newest real one. */
const home = { index: 'dti', group: 'province34' };

/** Times the page is made again because a release came in between; two are already rare. */
const tries = 5;

interface PageDeps {
  publicBucket: Bucket;
  table: ScoreTable;
  now: () => Date;
}

/**
 * The page of one release, beside its files and not of them: newer code may draw it better. Drawn again where the release
 * that took its place came out meanwhile, for whoever publishes that one may have drawn this page just before.
 */
export async function publishReleasePage(release: Release, deps: PageDeps): Promise<void> {
  const successor = await findSuccessor(release, deps.table);
  await putPage(releaseKey(release.release, 'index.html'), release, successor, deps);
  if (successor || !(await findSuccessor(release, deps.table))) return;
  await publishReleasePage(release, deps);
}

/**
 * The release before stays as it was; only its page, which is not of the compared files, says that this one took its place.
 * Those before it say so of their own successor already: a release costs the same however many there are.
 */
export async function publishPageBefore(release: Release, deps: PageDeps): Promise<void> {
  const before = await readRelease(deps.table, release, release.number - 1);
  if (before) await publishReleasePage(before, deps);
}

/** The next number, once it is out. */
async function findSuccessor(release: Release, table: ScoreTable): Promise<Release | null> {
  const next = await readRelease(table, release, release.number + 1);
  return next?.published ? next : null;
}

/** Makes the front page from what is current, until what is current did not change meanwhile. */
export async function publishHomePage(deps: PageDeps): Promise<void> {
  let shown: Release | null = null;
  for (let attempt = 0; attempt < tries; attempt++) {
    const chosen = await chooseShown(deps);
    if (!chosen || chosen.release === shown?.release) return;
    await putPage('index.html', chosen, null, deps);
    shown = chosen;
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

async function putPage(key: string, release: Release, successor: Release | null, deps: PageDeps): Promise<void> {
  const scoreboard = await readScoreboard(deps.table, release.run_id);
  if (!scoreboard) throw new Fault('SCORES_GONE', `no scores are stored for ${release.release}`);
  const [downloads, changes, corrections] = await Promise.all([
    listDownloads(release, deps.publicBucket),
    readJson<Changes>(release, changesPath, deps.publicBucket),
    readJson<Corrections>(release, correctionsPath, deps.publicBucket),
  ]);
  const supersededBy = successor && {
    release: successor.release,
    reason: successor.correction?.reason ?? null,
  };
  const page = renderRankingPage(scoreboard, { downloads, changes, corrections, supersededBy });
  await putObject(deps.publicBucket, key, page, {
    contentType: contentTypeOf('html'),
    cacheControl: 'public, max-age=60',
  });
}

/** Outputs of the release and the manifest itself, with their sizes. */
async function listDownloads(release: Release, publicBucket: Bucket): Promise<Download[]> {
  const stored = await getObject(publicBucket, releaseKey(release.release, manifestPath));
  if (!stored) throw new Fault('MANIFEST_GONE', `${release.release} has no manifest`);
  const { outputs } = JSON.parse(new TextDecoder().decode(stored.bytes)) as Manifest;
  const files = outputs.map(({ path, bytes }) => ({ name: path, bytes }));
  return [...files, { name: manifestPath, bytes: stored.bytes.length }];
}

/** Null for a file that this release does not have. */
async function readJson<T>({ release }: Release, path: string, publicBucket: Bucket): Promise<T | null> {
  const stored = await getObject(publicBucket, releaseKey(release, path));
  return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as T);
}
