import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addresses } from '../../shared/open-data/addresses.ts';
import { feedLanguages } from '../../shared/open-data/feed-words.ts';
import { type Files, inputFilesOf } from '../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { keyPath, signaturePath } from '../../shared/release/signed-paths.ts';
import type { Scoreboard, ShownScoreboard } from '../../shared/scoring/scoreboard.ts';
import { listPages, type PageKind } from '../../shared/site/page-list.ts';
import { roundsFiles } from '../../shared/site/pages/rounds/rounds-page.tsx';
import { drawPictures } from '../../shared/site/pictures/draw-pictures.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { readGolden } from '../support/golden.ts';
import { historiesOf, publishedFilesOf } from '../support/histories.ts';
import { released } from '../support/public-releases.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';
import { siteAssets } from '../support/site-assets.ts';
import { siteOf } from '../support/site-builder.ts';
import { type DrawnPage, drawnPages, filesOver, siteOver } from '../support/walk/drawn-release.ts';
import { pageClaims } from '../support/walk/page-claims.ts';
import { type Addresses, brokenLinks, idsIn, linksIn } from '../support/walk/site-links.ts';

const heavier: PageKind[] = ['unit', 'map'];

interface Released {
  site: ReleaseSite;
  files: Files;
  pages: DrawnPage[];
}

const folderOf = ({ scoreboard }: ReleaseSite) => `/releases/${scoreboard.release}/`;

async function release(name: string, inputFiles: Files): Promise<Released> {
  const files = await filesOver(name, inputFiles);
  const site = await siteOver(files);
  return { site, files, pages: drawnPages(site, folderOf(site)) };
}

async function illustrative(group: string, period: string): Promise<Released> {
  const { inputFiles, source } = await reportRound(await inputsIllustrative(group, period));
  return release(source.scoreboard.release, inputFiles);
}

/** All that were published elsewhere, the oldest first. */
const tables = await publishedFilesOf();

async function published(): Promise<Released> {
  const { scoreboard, files } = tables[0]!;
  const listed = [...files.keys()].map((path) => ({ path, sha256: 'ab'.repeat(32), bytes: 1000 }));
  const site = siteOf(scoreboard, { histories: await historiesOf(scoreboard), files: listed });
  return { site, files, pages: drawnPages(site, folderOf(site)) };
}

const releases = {
  '34 provinces': await release('dti/province34/2024/r1', inputFilesOf(await readGolden())),
  '34 provinces of which two sent nothing': await illustrative('province34', '2025'),
  '126 communes': await illustrative('communes-P01-2025', '2026-Q3'),
  'a table published elsewhere': await published(),
};

describe.each(Object.entries(releases))('every page of %s', (_, { pages }) => {
  it('weighs no more than a weak network carries, in both languages', () => {
    const tooHeavy = pages.filter(({ ref, html }) => {
      const most = heavier.includes(ref.kind) ? 100_000 : 60_000;
      return Buffer.byteLength(html) > most || gzipSync(html).length > 15_000;
    });
    expect(tooHeavy.map(({ ref, html }) => `${ref.path}: ${html.length}, ${gzipSync(html).length}`)).toEqual([]);
  });

  it('has ids that are unique on it, for what names a chart must find it', () => {
    const doubled = pages.filter(({ html }) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      return new Set(ids).size < ids.length;
    });
    expect(doubled.map(({ ref }) => ref.path)).toEqual([]);
  });
});

/** Of what a page tells, it is two clicks at most to where it comes from: of a figure of a unit, its page of provenance. */
describe('every figure', () => {
  const kinds: PageKind[] = [
    'ranking',
    'changes',
    'unit',
    'compare',
    'main-index',
    'map',
    'method',
    'provenance',
    'verify',
  ];

  it.each(kinds)('of a page of the kind "%s" is two clicks at most from its provenance', (kind) => {
    const { site, pages } = releases['34 provinces'];
    const folder = folderOf(site);
    const own = pages.filter(({ language }) => language === 'vi');
    const linksOf = new Map(
      own.map(({ ref, html }) => [`${folder}${ref.path}`, linksIn(`${folder}${ref.path}`, html)]),
    );
    const nameOf = new Map(site.scoreboard.measures.map(({ measure, name_vi }) => [name_vi, measure]));
    const page = own.find(({ ref }) => ref.kind === kind)!;
    const first = linksOf.get(`${folder}${page.ref.path}`)!;
    const within = new Set([...first, ...first.flatMap((address) => linksOf.get(address) ?? [])]);
    within.add(`${folder}${page.ref.path}`);
    const told = pageClaims(page, (name) => nameOf.get(name) ?? name);
    const far = told.filter(({ unit, measure }) => !within.has(`${folder}nguon-goc/${unit}/${measure}/`));
    expect(far).toEqual([]);
    if (kind !== 'changes') expect(told).not.toEqual([]);
  });
});

describe('every link of the site', () => {
  /** The release that the site's root shows copies of. */
  const home = releases['34 provinces'].site;
  const atHome = drawnPages(home, '/');
  const rounds = roundsFiles(
    Object.values(releases).map(
      ({ site }) =>
        released(site.scoreboard as Scoreboard, site.scoreboard.release, '2025-10-21T02:00:00.000Z').release,
    ),
  );
  const placed = [
    ...Object.values(releases).flatMap(({ site, pages }) => addressed(pages, folderOf(site))),
    ...addressed(atHome, '/'),
    ...[...rounds].map(([path, html]) => ({ address: path.replace('index.html', ''), html })),
  ];
  const known: Addresses = new Map([
    // Histories lead to every table published elsewhere, of which one is drawn here.
    ...tables.flatMap(({ scoreboard }) => addressesOf(scoreboard)),
    ...placed.map(({ address, html }) => [address, idsIn(html)] as const),
    ...Object.values(releases).flatMap(({ site, files }) => filesOf(site, files)),
    ...[siteAssets.style, siteAssets.script, siteAssets.provenanceStyle, siteAssets.verifyStyle].map(asFile),
    ...[siteAssets.verify.script, addresses.catalogue].map(asFile),
    ...Object.values(releases).flatMap(feedsBeside),
  ]);

  it('leads to a page, a file, an anchor or a route that is there, from wherever a page lies, in both languages', () => {
    const broken = placed.flatMap(({ address, html }) =>
      brokenLinks(address, html, known).map((target) => `${address} to ${target}`),
    );
    expect(broken.slice(0, 50)).toEqual([]);
    expect(placed.length).toBeGreaterThan(7000);
  });

  it('is looked at: one that leads nowhere is named', () => {
    const html = '<main><a href="../P99/">Nơi khác</a><a href="#khong">Neo</a><a href="./">Đây</a></main>';
    expect(brokenLinks('/don-vi/P01-2025/', html, known)).toEqual(['../P99/', '#khong']);
  });
});

const addressed = (pages: DrawnPage[], folder: string) =>
  pages.map(({ ref, language, html }) => ({ address: `${language === 'vi' ? '' : '/en'}${folder}${ref.path}`, html }));

const addressesOf = (scoreboard: ShownScoreboard) =>
  listPages(scoreboard).flatMap(({ path }) =>
    ['', '/en'].map((prefix) => asFile(`${prefix}/releases/${scoreboard.release}/${path}`)),
  );

/** As they are made again whenever a release comes out. */
const feedsBeside = ({ site: { scoreboard } }: Released) =>
  feedLanguages.flatMap((language) =>
    [
      addresses.releasesFeed(language),
      addresses.groupFeed(scoreboard.group, language),
      ...scoreboard.units.map(({ unit_id }) => addresses.unitFeed(unit_id, language)),
    ].map(asFile),
  );

const asFile = (address: string) => [address, null] as const;

const besideScored = ['provenance.json', signaturePath(manifestPath), keyPath];

/** With the pictures that are drawn beside the pages, and the two files that publishing adds, of which a table published elsewhere has the one. */
const filesOf = (site: ReleaseSite, files: Files) =>
  [...files.keys(), 'release.json', ...(site.scored ? besideScored : []), ...picturesOf(site)].map((path) =>
    asFile(`${folderOf(site)}${path}`),
  );

/** Where the real drawing would put them; what is in them is looked at elsewhere. */
const picturesOf = (site: ReleaseSite) =>
  drawPictures(site, listPages(site.scoreboard), () => new Uint8Array()).map(({ key }) =>
    key.slice(folderOf(site).length - 1),
  );
