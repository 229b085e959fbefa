import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { describeChanges } from '../../../shared/release/changes/describe-changes.ts';
import { movesOfCorrections } from '../../../shared/site/charts/rank-moves.ts';
import { corrections } from '../../support/corrections.ts';
import { historiesOf } from '../../support/histories.ts';
import { buildProvinceScoreboard, settle, withMissing, withoutTotal } from '../../support/scoreboard-builder.ts';
import { publishedPage, refAt, siteOf } from '../../support/site-builder.ts';

const framework = await loadFramework('dti-province-405');
const path = 'xep-hang/thay-doi/';

/** Đà Nẵng gains four places; Cao Bằng had sent nothing the year before. */
function compared() {
  const scoreboard = { ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' };
  scoreboard.units.find(({ unit_id }) => unit_id === 'P48-2025')!.scores.dti!.value = '0.7200';
  const before = withMissing(buildProvinceScoreboard(), 'P04-2025');
  const now = settle(scoreboard);
  return siteOf(now, { changes: describeChanges({ now, before, framework, rescored: null }) });
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr id="([^"]*)"[^>]*>(.*?)<\/tr>/g)].map(([, id, row]) => [id!, textOf(row!)] as const);

describe('the page of changes', () => {
  it('draws ranks before and now, and lists every unit from most places up to most places down', () => {
    const html = publishedPage(compared(), path);
    expect(textOf(html)).toContain(
      '1 đơn vị tăng hạng, 4 giảm hạng, 28 không đổi. Nhiều nhất: Đà Nẵng tăng 4 bậc; Nghệ An giảm 1 bậc.',
    );
    expect(html).toMatch(/<svg role="img"[^>]*class="slope"/);
    const rows = rowsOf(html);
    expect(rows).toHaveLength(34);
    expect(rows[0]![1]).toBe('Đà Nẵng 17 13 tăng 4 bậc 0,7200 +0,0131');
    expect(rows.at(-1)![1]).toBe('Cao Bằng – 34 không so sánh được: đợt trước không xếp hạng 0,5128');
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  it('says that there is no comparable release, and what would be one, and subtracts nothing', () => {
    const html = publishedPage(siteOf(buildProvinceScoreboard()), path, 'en');
    expect(textOf(html)).toContain('No comparable release yet.');
    expect(textOf(html)).toContain('ranks of two groups are never compared');
    expect(html).not.toMatch(/class="slope|<table/);
  });

  it('without one tells what there is, values over the periods and other releases, and never leads to itself', async () => {
    const scoreboard = buildProvinceScoreboard();
    const html = publishedPage(siteOf(scoreboard, { histories: await historiesOf(scoreboard) }), path);
    const main = html.slice(html.indexOf('<main'), html.indexOf('<footer'));
    expect(main).toContain('href="/cac-dot/"');
    expect(main.match(/href="\.\.\/\.\.\/don-vi\/[^"]*\/#lich-su"/g)).toHaveLength(34);
    const toItself = /<a href="\.\.\/\.\.\/xep-hang\/thay-doi\/"(?! aria-current)/;
    expect(main).not.toMatch(toItself);
    expect(publishedPage(siteOf(scoreboard), '')).toMatch(/<a href="\.\/xep-hang\/thay-doi\/"(?! aria-current)/);
    const compares = publishedPage(compared(), path);
    expect(compares).toMatch(/<a href="\/releases\/dti\/province34\/2024\/r1\/">So với/);
    expect(compares.slice(compares.indexOf('<main'))).not.toMatch(toItself);
  });

  it('is not there where nobody is ranked', () => {
    expect(() => refAt(siteOf(withoutTotal(buildProvinceScoreboard())), path)).toThrow('no page');
  });
});

describe('ranks before and after a correction', () => {
  it('are those that the correction names, and for all others what they are', () => {
    const scoreboard = buildProvinceScoreboard();
    const score = { rank_before: 3, rank_after: 2, value_before: null, value_after: null } as never;
    const units = [{ unit_id: 'P46-2025', scores: { dti: score } }] as never;
    const { units: moves } = movesOfCorrections(scoreboard, { units }, 'dti', { beforeLabel: 'r1', afterLabel: 'r2' });
    expect(moves.slice(0, 2).map(({ name, before, after }) => [name, before, after])).toEqual([
      ['Hà Nội', 1, 1],
      ['Huế', 3, 2],
    ]);
  });

  it.each([
    [4, false],
    [5, true],
  ])('of %i units stand as a picture above the table: %s', (count, isDrawn) => {
    const scoreboard = buildProvinceScoreboard();
    const units = scoreboard.units.slice(0, count).map((unit, place) => {
      const { value, rank } = unit.scores.dti!;
      const before = { value_before: value, value_after: value, rank_before: ((place + 1) % count) + 1 };
      const dti = { ...before, rank_after: rank, value_causes: [], rank_causes: ['others'] };
      return { ...unit, figures: [], states: [], points: [], scores: { dti } };
    });
    const site = siteOf(scoreboard, { corrections: { ...corrections, averages: [], units } as never });
    expect(/class="slope( letters)?"/.test(publishedPage(site, 'dinh-chinh/'))).toBe(isDrawn);
  });
});
