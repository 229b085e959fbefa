import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listPages, pairs, pairsOf } from '../../../shared/site/page-list.ts';
import { bodyOf, textOf } from '../../support/page-text.ts';
import { distance, figuresIn, figuresOf } from '../../support/published-figures.ts';
import { buildProvinceScoreboard, settle, withMissing, withTie } from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const scoreboard = buildProvinceScoreboard();
const site = siteOf(scoreboard);
const path = 'so-sanh/P46-2025/P31-2025/';
const told = (html: string) => textOf(bodyOf(html));
const unitOf = (id: string) => scoreboard.units.find(({ unit_id }) => unit_id === id)!;

describe('the page that compares two units', () => {
  it('says who leads among how many and by how much, and in points where the gap comes from', () => {
    const text = told(publishedPage(site, path));
    expect(text).toContain(
      'Huế hạng 2 (0,7951), Hải Phòng hạng 3 (0,7857), trong 34 đơn vị được xếp hạng; chênh lệch giá trị 0,0094.',
    );
    expect(text).toContain(
      'Huế hơn nhiều nhất ở An toàn thông tin mạng (28,69 điểm); Hải Phòng hơn nhiều nhất ở Hoạt động kinh tế số (29,94 điểm).',
    );
  });

  it('shows both values, both ranks and the difference with its sign, of each measure', () => {
    const html = publishedPage(site, path);
    const row = (measure: string) =>
      textOf(new RegExp(`<tr><th scope="row"><a href="[^"]*chi-so/${measure}/".*?</tr>`).exec(html)![0]).trim();
    expect(row('security')).toBe('An toàn thông tin mạng 1,0000 hạng 1 0,7131 hạng 28 +0,2869');
    expect(row('activity_econ')).toBe('Hoạt động kinh tế số 0,5617 hạng 17 0,7613 hạng 3 −0,1996');
    expect(row('awareness')).toMatch(/ 0,0000$/);
  });

  it('publishes no figure but those of the two, and the differences between them', () => {
    for (const [a, b] of pairs(scoreboard).filter((_, place) => place % 23 === 0)) {
      const differences = scoreboard.measures.map(({ measure }) =>
        distance(unitOf(a).scores[measure]!.value, unitOf(b).scores[measure]!.value),
      );
      const own = settle({ ...structuredClone(scoreboard), units: structuredClone([unitOf(a), unitOf(b)]) });
      const known = new Set([...figuresOf({ ...own, measures: [] }), ...differences]);
      const text = told(publishedPage(site, `so-sanh/${a}/${b}/`)).replace(/\([\d,]+ điểm\)|[\d,]+ điểm/g, '');
      expect(figuresIn(text).length).toBeGreaterThan(36);
      expect(figuresIn(text).filter((figure) => !known.has(figure))).toEqual([]);
    }
  });

  it('never subtracts ranks', () => {
    expect(told(publishedPage(site, path))).not.toMatch(/bậc|[+−]\d+(?![\d,])/);
  });

  it('says a tie in words and no gap of zero as a lead', () => {
    const tied = siteOf(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'));
    const text = told(publishedPage(tied, 'so-sanh/P31-2025/P46-2025/'));
    expect(text).toContain('Hải Phòng đồng hạng 2 (2 đơn vị) (0,7951), Huế đồng hạng 2 (2 đơn vị) (0,7951)');
  });

  it('says nothing of points where the two are not measured by the same maximum', () => {
    const other = buildProvinceScoreboard();
    other.units.find(({ unit_id }) => unit_id === 'P31-2025')!.scores.security!.max_points = '80.0000';
    expect(told(publishedPage(siteOf(other), path))).not.toContain('điểm)');
  });

  it('stays under 60 KB and 15 KB compressed, in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      const html = publishedPage(site, path, language);
      expect(Buffer.byteLength(html)).toBeLessThan(15_000);
      expect(gzipSync(html).length).toBeLessThan(5_000);
    }
  });
});

describe('pairs', () => {
  it('are all of a group of up to 40 units, and none with a unit that did not submit', () => {
    expect(pairs(scoreboard)).toHaveLength(561);
    const missing = withMissing(buildProvinceScoreboard(), 'P79-2025');
    expect(pairs(missing)).toHaveLength(528);
    expect(listPages(missing).filter(({ path }) => path.startsWith('so-sanh/') && path.includes('P79'))).toEqual([]);
    expect(pairsOf(missing, 'P79-2025')).toEqual([]);
  });

  it('of a larger group are those next to each other, and a unit is told the same as the list', () => {
    const many = buildProvinceScoreboard();
    many.units = [...many.units, ...structuredClone(many.units)].map((unit, place) => ({
      ...unit,
      unit_id: `X${place}`,
    }));
    settle(many);
    expect(pairs(many)).toHaveLength(68 * 2 - 3);
    for (const { unit_id } of many.units)
      expect(pairsOf(many, unit_id)).toEqual(pairs(many).filter((pair) => pair.includes(unit_id)));
  });
});
