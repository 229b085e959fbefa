import { putObject } from '../../shared/lake/objects.ts';
import { readSitePlan, type SitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages } from '../../shared/site/page-list.ts';
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
  const { addresses, files } = await deps.assets();
  const site = await readReleaseSite(run_id, addresses, deps);
  const pages = drawPart(site, part, plan);
  const pack = packSite({ pages, assets: part === 0 ? files : [] });
  await putObject(deps.lake, sitePartKey(run_id, part), pack, { contentType: 'application/gzip' });
}

/** Every `parts`-th page, so that each part has some of every kind, light and heavy. */
function drawPart(site: ReleaseSite, part: number, { extent, parts }: SitePlan): DrawnPage[] {
  const own = listPages(site.scoreboard, extent).filter((_, place) => place % parts === part);
  return own.flatMap((ref) =>
    languages.map((language) => ({ language, path: ref.path, html: drawPage(site, ref, language) })),
  );
}
