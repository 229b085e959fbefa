import { putObject } from '../../shared/lake/objects.ts';
import { readSitePlan, type SitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages, type PageRef } from '../../shared/site/page-list.ts';
import { drawPictures } from '../../shared/site/pictures/draw-pictures.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { type DrawnPage, packSite } from '../../shared/site/site-pack.ts';
import type { BuiltAssets } from './open-assets.ts';
import { readReleaseSite, type SiteSources } from './read-release-site.ts';

export interface DrawPagesInput {
  run_id: string;
  /** Which part of the run's pages: 0, 1, … */
  part: number;
}

export interface DrawPagesDeps extends SiteSources {
  assets: () => Promise<BuiltAssets>;
}

/**
 * Draws one part of a release's pages in both languages, before it is released: publishing then only copies. May run
 * again, and then draws the same.
 */
export async function drawPages({ run_id, part }: DrawPagesInput, deps: DrawPagesDeps): Promise<void> {
  const plan = await readSitePlan(deps.lake, run_id);
  const { addresses, files, toPng } = await deps.assets();
  const site = await readReleaseSite(run_id, addresses, deps);
  const refs = refsOf(site, part, plan);
  const pictures = drawPictures(site, refs, toPng);
  const pack = packSite({ pages: drawAll(site, refs), assets: [...(part === 0 ? files : []), ...pictures] });
  await putObject(deps.lake, sitePartKey(run_id, part), pack, { contentType: 'application/gzip' });
}

/** Every `parts`-th page, so that each part has some of every kind, light and heavy. */
const refsOf = ({ scoreboard }: ReleaseSite, part: number, { extent, parts }: SitePlan): PageRef[] =>
  listPages(scoreboard, extent).filter((_, place) => place % parts === part);

const drawAll = (site: ReleaseSite, refs: readonly PageRef[]): DrawnPage[] =>
  refs.flatMap((ref) =>
    languages.map((language) => ({ language, path: ref.path, html: drawPage(site, ref, language) })),
  );
