import { describe, expect, it } from 'vitest';
import { drawPages } from '../../../functions/draw-pages/draw-pages.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { readPreparedScoreboard } from '../../../shared/release/run-files.ts';
import { sitePartKey } from '../../../shared/release/site-plan.ts';
import { listPages } from '../../../shared/site/page-list.ts';
import { type SitePack, unpackSite } from '../../../shared/site/site-pack.ts';
import { layReady } from '../../support/lay-ready.ts';
import { openTestRenderer } from '../../support/renderer.ts';
import { openScoredRun } from '../../support/scored-run.ts';
import { siteAssets } from '../../support/site-assets.ts';

const built = {
  addresses: siteAssets,
  files: [{ key: 'assets/site-1.css', base64: Buffer.from('p{}').toString('base64') }],
};

describe('drawPages', () => {
  it('draws every page once in each language over all parts, what they share with the first; again it is the same bytes', async () => {
    const { deps, runId } = await openScoredRun();
    const { site } = await layReady(runId, deps);
    const toPng = await openTestRenderer();
    const drawing = { lake: deps.lake, table: deps.table, assets: async () => ({ ...built, toPng }) };
    const packs: SitePack[] = [];
    for (const part of site.parts) {
      await drawPages({ run_id: runId, part }, drawing);
      const first = (await getObject(deps.lake, sitePartKey(runId, part)))!.bytes;
      await drawPages({ run_id: runId, part }, drawing);
      expect((await getObject(deps.lake, sitePartKey(runId, part)))!.bytes).toEqual(first);
      packs.push(unpackSite(first));
    }
    const paths = listPages(await readPreparedScoreboard(deps.lake, runId), 'rankings').map(({ path }) => path);
    for (const language of ['vi', 'en']) {
      const drawn = packs.flatMap(({ pages }) => pages.filter((page) => page.language === language));
      expect(drawn.map(({ path }) => path).sort()).toEqual(paths.toSorted());
    }
    const keys = packs.map(({ assets }) => assets.map(({ key }) => key));
    const own = ['vi', 'en'].map((language) =>
      expect.stringMatching(`^releases/dti/.*/anh/ranking-${language}\\.png$`),
    );
    // The first page is of the first part, and its pictures with it.
    expect(keys).toEqual(site.parts.map((part) => (part === 0 ? ['assets/site-1.css', ...own] : [])));
  });
});
