import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listPages } from '../../../shared/site/page-list.ts';
import { unitLabel } from '../../../shared/units/unit-label.ts';
import { publishedScoreboards } from '../../support/histories.ts';
import { bodyOf, textOf } from '../../support/page-text.ts';
import { figuresIn, figuresOf } from '../../support/published-figures.ts';
import { buildProvinceScoreboard, withMissing, withoutTotal } from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const scoreboard = buildProvinceScoreboard();
const html = publishedPage(siteOf(scoreboard), 'ban-do/');
const text = textOf(bodyOf(html));

describe('the page with the map', () => {
  it('draws both archipelagos, labelled with whose they are, and leads to the unit from each', () => {
    expect(text).toMatch(/Quần đảo Hoàng Sa \(Đà Nẵng\)/);
    expect(text).toMatch(/Quần đảo Trường Sa \(Khánh Hòa\)/);
    for (const unit of ['P48-2025', 'P56-2025'])
      expect(html.match(new RegExp(`<a href="\\.\\./don-vi/${unit}/" tabindex="-1">`, 'g'))).toHaveLength(2);
  });

  it('prints ranges and counts, and lists every unit once by class with a real link, value and rank', () => {
    expect(text).toContain('dưới 0,60: 3 đơn vị');
    expect(text).toContain('từ 0,75 trở lên: 8 đơn vị');
    const list = html.slice(html.indexOf('class="list"'));
    for (const { unit_id, rank, scores, ...unit } of scoreboard.units)
      expect(list).toContain(
        `<a href="../don-vi/${unit_id}/">${unitLabel(unit)}</a> ${scores.dti!.value.replace('.', ',')}, hạng ${rank}<`,
      );
  });

  it('names whose map it is, and under which licence', () => {
    expect(text).toMatch(/Bản đồ: @svg-maps\/vietnam.*CC BY 4\.0/);
  });

  it('publishes no figure that the scoreboard does not hold', () => {
    const known = figuresOf(scoreboard);
    expect(figuresIn(text).length).toBeGreaterThanOrEqual(34);
    expect(figuresIn(text).filter((figure) => !known.has(figure))).toEqual([]);
  });

  it('hatches a unit without figures and lists it apart', () => {
    const missing = publishedPage(siteOf(withMissing(buildProvinceScoreboard(), 'P01-2025')), 'ban-do/');
    expect(textOf(bodyOf(missing))).toMatch(/Chưa nộp số liệu Hà Nội/);
    expect(missing).toContain('fill="url(#bd-h)"');
  });

  it('stays under 100 KB and 15 KB compressed', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(gzipSync(html).length).toBeLessThan(15_000);
  });

  it('is there only where units have shapes and a total: not of the 63, nor of main indices alone', async () => {
    const hasMap = (paths: { path: string }[]) => paths.some(({ path }) => path === 'ban-do/');
    expect(hasMap(listPages(scoreboard))).toBe(true);
    expect(hasMap(listPages(withoutTotal(buildProvinceScoreboard())))).toBe(false);
    expect(hasMap(listPages((await publishedScoreboards())[0]!))).toBe(false);
  });
});
