import { dayInVietnam } from '../../shared/format/format-date.ts';
import { releaseKey } from '../../shared/lake/keys.ts';
import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { comparePeriodEnds, parsePeriod } from '../../shared/periods/period.ts';
import type { Changes } from '../../shared/release/changes/changes.ts';
import { changesPath } from '../../shared/release/changes/changes-json.ts';
import { chooseForFrontPage } from '../../shared/release/front-page.ts';
import { type Manifest, manifestPath } from '../../shared/release/manifest.ts';
import { contentTypeOf } from '../../shared/release/run-files.ts';
import {
  type Release,
  readCurrentPeriods,
  readCurrentRelease,
  readReleases,
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

/** The page of one release, beside its files and not of them: newer code may draw it better. */
export const publishReleasePage = (release: Release, deps: PageDeps): Promise<void> =>
  putPage(releaseKey(release.release, 'index.html'), release, deps);

/** Earlier releases stay as they were; only their pages, which are not of the compared files, point to the new one. */
export async function publishEarlierPages(release: Release, deps: PageDeps): Promise<void> {
  const releases = await readReleases(deps.table, release);
  for (const earlier of releases) {
    if (earlier.published && earlier.number < release.number) await publishReleasePage(earlier, deps);
  }
}

/** Makes the front page from what is current, until what is current did not change meanwhile. */
export async function publishHomePage(deps: PageDeps): Promise<void> {
  let shown: Release | null = null;
  for (let attempt = 0; attempt < tries; attempt++) {
    const chosen = await chooseShown(deps);
    if (!chosen || chosen.release === shown?.release) return;
    await putPage('index.html', chosen, deps);
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

async function putPage(key: string, release: Release, deps: PageDeps): Promise<void> {
  const scoreboard = await readScoreboard(deps.table, release.run_id);
  if (!scoreboard) throw new Fault('SCORES_GONE', `no scores are stored for ${release.release}`);
  const [downloads, changes, current] = await Promise.all([
    listDownloads(release, deps.publicBucket),
    readChanges(release, deps.publicBucket),
    readCurrentRelease(deps.table, release),
  ]);
  const supersededBy = current && current.number > release.number ? current.release : null;
  const page = renderRankingPage(scoreboard, { downloads, changes, supersededBy });
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

async function readChanges(release: Release, publicBucket: Bucket): Promise<Changes | null> {
  const stored = await getObject(publicBucket, releaseKey(release.release, changesPath));
  return stored && (JSON.parse(new TextDecoder().decode(stored.bytes)) as Changes);
}
