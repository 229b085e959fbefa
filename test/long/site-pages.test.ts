import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages, type PageKind } from '../../shared/site/page-list.ts';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { historiesOf, publishedScoreboards } from '../support/histories.ts';
import { buildProvinceScoreboard, settle } from '../support/scoreboard-builder.ts';
import { siteOf } from '../support/site-builder.ts';

const heavier: PageKind[] = ['unit', 'map'];

interface Drawn {
  kind: PageKind;
  path: string;
  html: string;
}

const drawAll = (site: ReleaseSite): Drawn[] =>
  listPages(site.scoreboard).flatMap((ref) =>
    languages.map((language) => ({ kind: ref.kind, path: ref.path, html: drawPage(site, ref, language) })),
  );

/** 126 units whose values all differ. */
function manyUnits(): Scoreboard {
  const many = buildProvinceScoreboard();
  const models = many.units;
  many.units = Array.from({ length: 126 }, (_, place) => {
    const unit = structuredClone(models[place % models.length]!);
    for (const [measure, score] of Object.entries(unit.scores))
      score.value = `0.${String((place * 79 + measure.length * 613) % 10_000).padStart(4, '0')}`;
    return {
      ...unit,
      unit_id: `P79-2025-C${place}`,
      unit_name_vi: `Phường Bình Hưng Hòa ${place}`,
      formed_from_vi: [],
    };
  });
  return settle({ ...many, group: 'communes-P79-2025', release: 'dti/communes-P79-2025/2024/r1' });
}

const provinces = buildProvinceScoreboard();
const [published] = await publishedScoreboards();
const releases = {
  '34 provinces': siteOf(provinces, { histories: await historiesOf(provinces) }),
  '126 communes': siteOf(manyUnits()),
  'a table published elsewhere': siteOf(published!, { histories: await historiesOf(published!) }),
};

describe.each(Object.entries(releases))('every page of %s', (_, site) => {
  const pages = drawAll(site);

  it('weighs no more than a weak network carries, in both languages', () => {
    const tooHeavy = pages.filter(({ kind, html }) => {
      const most = heavier.includes(kind) ? 100_000 : 60_000;
      return Buffer.byteLength(html) > most || gzipSync(html).length > 15_000;
    });
    expect(tooHeavy.map(({ path }) => path)).toEqual([]);
  });

  it('leads within the release to pages only that are listed, or of a kind that others draw', () => {
    const listed = new Set(listPages(site.scoreboard).map(({ path }) => path));
    const ofOthers = /^(nguon-goc\/[^/]+\/[^/]+\/|phuong-phap\/|du-lieu\/|dinh-chinh\/|kiem-tra\/)$/;
    const strays = pages.flatMap(({ path, html }) =>
      [...html.matchAll(/href="((?:\.\/|(?:\.\.\/)+)[^"#]*)/g)]
        .map(([, href]) => new URL(href!, `http://site/r/${path}`).pathname.replace(/^\/r\//, ''))
        .filter((to) => !listed.has(to) && !ofOthers.test(to))
        .map((to) => `${path} to ${to}`),
    );
    expect([...new Set(strays)]).toEqual([]);
  });

  it('has ids that are unique on it, for what names a chart must find it', () => {
    const doubled = pages.filter(({ html }) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      return new Set(ids).size < ids.length;
    });
    expect(doubled.map(({ path }) => path)).toEqual([]);
  });
});
