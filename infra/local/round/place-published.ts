import type { BuiltAssets } from '../../../functions/draw-pages/open-assets.ts';
import { publishedTables } from '../../../sample-data/published/published-tables.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { dayInVietnam } from '../../../shared/format/format-date.ts';
import { putInOrder } from '../../../shared/lake/change-object.ts';
import { mapConcurrently } from '../../../shared/lake/map-concurrently.ts';
import { objectExists } from '../../../shared/lake/objects.ts';
import { contentTypeOf } from '../../../shared/release/content-types.ts';
import { type Files, fileOf, textOf } from '../../../shared/release/frozen-inputs.ts';
import { readHistories } from '../../../shared/release/history/read-histories.ts';
import { type Manifest, type ManifestFile, manifestPath } from '../../../shared/release/manifest.ts';
import { buildPublished, freezePublished } from '../../../shared/release/published/build-published.ts';
import type { KeepDeps } from '../../../shared/release/published/keep-published.ts';
import type { PublishedScoreboard } from '../../../shared/release/published/published-scoreboard.ts';
import { readPublishedTableItem } from '../../../shared/score-store/published-tables.ts';
import { renderAwaitedPage } from '../../../shared/site/awaited-page.tsx';
import { drawPage } from '../../../shared/site/draw-page.ts';
import { languages } from '../../../shared/site/language.ts';
import { listPages, type PageRef } from '../../../shared/site/page-list.ts';
import { drawPictures } from '../../../shared/site/pictures/draw-pictures.ts';
import { type PagePlace, placePack } from '../../../shared/site/place-pages.ts';
import type { ReleaseSite } from '../../../shared/site/release-site.ts';
import type { DrawnPage } from '../../../shared/site/site-pack.ts';

export interface PlacePublishedDeps extends KeepDeps {
  /** Of the public site. */
  origin: string;
  assets: BuiltAssets;
}

/** Requests under way. */
const awaitedAtOnce = 16;

/**
 * Draws and puts the pages of every published table, once all tables are kept: a unit's page tells its history over them.
 * The first page is put last, so that a table whose first page is there needs nothing more. Answers the pages put.
 */
export async function placePublished(deps: PlacePublishedDeps): Promise<number> {
  let placed = 0;
  for (const request of await publishedTables())
    placed += await placeTable(buildPublished(freezePublished(request)), deps);
  return placed;
}

async function placeTable(files: Files, deps: PlacePublishedDeps): Promise<number> {
  const scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as PublishedScoreboard;
  const item = await readPublishedTableItem(deps.table, scoreboard);
  const folder = `releases/${scoreboard.release}/`;
  if (!item || (await objectExists(deps.publicBucket, `${folder}index.html`))) return 0;
  const site: ReleaseSite = {
    ...{ scoreboard, changes: null, corrections: null, scored: null, traced: null },
    histories: await readHistories(scoreboard, deps.table),
    files: listFiles(files),
    assets: deps.assets.addresses,
  };
  const place: PagePlace = { folder, isoDay: dayInVietnam(item.loaded_at), newer: null, order: 0, known: 'first' };
  const [first, ...others] = listPages(scoreboard);
  const assets = [...deps.assets.files, ...drawPictures(site, [first!, ...others], deps.assets.toPng)];
  await placePack({ pages: others.flatMap((ref) => draw(site, ref)), assets }, place, deps);
  await placeAwaited(site, deps);
  await placePack({ pages: draw(site, first!).toReversed(), assets: [] }, place, deps);
  return (others.length + 1) * languages.length;
}

/** Pages of dissolved units lead to those of their successors at the site's root, which a release puts there some day: it stays. */
async function placeAwaited(
  { scoreboard, histories }: ReleaseSite,
  { publicBucket }: PlacePublishedDeps,
): Promise<void> {
  const awaited = [...histories.values()].flatMap(({ succession }) => succession?.successors ?? []);
  const pages = [...new Map(awaited.map((one) => [one.unit_id, one])).values()].flatMap((one) =>
    languages.map((language) => ({
      key: `${language === 'vi' ? '' : 'en/'}don-vi/${one.unit_id}/index.html`,
      html: renderAwaitedPage(one[`unit_name_${language}`], scoreboard.release, language),
    })),
  );
  await mapConcurrently(pages, awaitedAtOnce, ({ key, html }) =>
    putInOrder(publicBucket, key, html, {
      order: 0,
      contentType: contentTypeOf('html'),
      cacheControl: 'public, max-age=60',
    }),
  );
}

const draw = (site: ReleaseSite, ref: PageRef): DrawnPage[] =>
  languages.map((language) => ({ language, path: ref.path, html: drawPage(site, ref, language) }));

function listFiles(files: Files): ManifestFile[] {
  const bytes = fileOf(files, manifestPath);
  const { inputs, outputs } = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
  return [...outputs, ...inputs, { path: manifestPath, sha256: sha256Of(bytes), bytes: bytes.length }];
}
