import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import type { ReleaseSite } from '../../../shared/site/release-site.ts';
import { publishedScoreboards } from '../../support/histories.ts';
import { bodyOf, textOf } from '../../support/page-text.ts';
import { figuresIn, figuresOf } from '../../support/published-figures.ts';
import { buildProvinceScoreboard, settle, withMissing } from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const framework = await loadFramework('dti-province-405-indicators');
const scored = { inputs: { framework } } as unknown as ReleaseSite['scored'];
const scoreboard = buildProvinceScoreboard();
const site = siteOf(scoreboard, { scored });
const told = (html: string) => textOf(bodyOf(html));

describe('the page of a main index', () => {
  it('says how many share the top, what it weighs and of which indicators it is made', () => {
    const text = told(publishedPage(site, 'chi-so/awareness/'));
    expect(text).toMatch(
      /^ Nhận thức số, năm 2024 24 đơn vị đồng hạng 1 \(đạt tối đa\) về Nhận thức số, giá trị 1,0000/,
    );
    expect(text).toContain('Tối đa 50 điểm');
    expect(text).toContain('24 trên 34 đơn vị đạt tối đa; thấp nhất: Đắk Lắk, 0,7500');
    const own = framework.indicators.filter(({ main_index }) => main_index === 'awareness');
    expect(own.length).toBeGreaterThan(1);
    for (const { name_vi } of own) expect(text).toContain(name_vi);
  });

  it('says of an indicator that is not assessed that it is not, and shows no maximum for it', () => {
    const [left, ...rest] = framework.indicators;
    const other = { inputs: { framework: { ...framework, indicators: [{ ...left!, assessed: false }, ...rest] } } };
    const html = publishedPage(
      siteOf(scoreboard, { scored: other as unknown as ReleaseSite['scored'] }),
      `chi-so/${left!.main_index}/`,
    );
    expect(html).toMatch(/<td>Không đánh giá trong đợt này<\/td>/);
  });

  it('folds the list of those at the maximum, each a link, and shows none where nobody has it', () => {
    const html = publishedPage(site, 'chi-so/awareness/');
    const [, folded] =
      /<details class="by-name"><summary>24 đơn vị đồng hạng 1 \(đạt tối đa\)<\/summary>(.*?)<\/details>/.exec(html)!;
    expect(folded!.match(/<a href="\.\.\/\.\.\/don-vi\//g)).toHaveLength(24);
    expect(publishedPage(site, 'chi-so/activity_gov/')).not.toContain('đơn vị đạt tối đa');
  });

  it('publishes no figure that the scoreboard does not hold, and each unit in its row', () => {
    const known = figuresOf(scoreboard);
    for (const { measure, kind } of scoreboard.measures) {
      if (kind !== 'main_index') continue;
      const html = publishedPage(site, `chi-so/${measure}/`);
      expect(figuresIn(told(html)).filter((figure) => !known.has(figure))).toEqual([]);
      for (const { unit_id, scores } of scoreboard.units) {
        const row = new RegExp(`<tr><th scope="row"><a href="[^"]*don-vi/${unit_id}/">.*?</tr>`).exec(html)![0];
        expect(textOf(row)).toContain(` ${scores[measure]!.value.replace('.', ',')} ${scores[measure]!.rank}/34`);
      }
    }
  });

  it('leads to the ranking by it', () => {
    expect(publishedPage(site, 'chi-so/security/')).toContain('href="../../xep-hang/security/"');
  });

  it('lists a unit that did not submit by itself, and says of how many units the rest is', () => {
    const text = told(publishedPage(siteOf(withMissing(buildProvinceScoreboard(), 'P01-2025')), 'chi-so/security/'));
    expect(text).toContain('Chưa nộp số liệu: Hà Nội');
    expect(text).toContain('1 đơn vị chưa có số liệu');
    expect(text).toContain('Trung bình 33 đơn vị');
    expect(text).not.toMatch(/Hà Nội (không áp dụng|0,)/);
  });

  it('is drawn of a table published elsewhere too, which knows no points', async () => {
    const [table] = await publishedScoreboards();
    const [index] = table!.measures.filter(({ kind }) => kind === 'main_index');
    const html = publishedPage(siteOf(table!), `chi-so/${index!.measure}/`);
    expect(told(html)).not.toMatch(/điểm|công bố ngày/i);
    expect(html).not.toContain('nguon-goc');
    expect(html.match(/<tr><th scope="row">/g)).toHaveLength(63);
  });

  it('stays under 60 KB and 15 KB compressed for 126 units', () => {
    const many = buildProvinceScoreboard();
    many.units = Array.from({ length: 126 }, (_, place) => ({
      ...structuredClone(many.units[place % 34]!),
      ...{ unit_id: `P79-2025-C${place}`, unit_name_vi: `Phường Bình Hưng Hòa ${place}` },
    }));
    const html = publishedPage(siteOf(settle(many), { scored }), 'chi-so/activity_gov/');
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
    expect(gzipSync(html).length).toBeLessThan(15_000);
  });
});
