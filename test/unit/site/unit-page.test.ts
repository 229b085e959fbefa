import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { describeChanges } from '../../../shared/release/changes/describe-changes.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { listPages } from '../../../shared/site/page-list.ts';
import { historiesOf, publishedScoreboards } from '../../support/histories.ts';
import { bodyOf, textOf } from '../../support/page-text.ts';
import { distance, figuresIn, figuresOf } from '../../support/published-figures.ts';
import {
  buildProvinceScoreboard,
  settle,
  withAnswered,
  withMissing,
  withoutTotal,
  withTie,
} from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const scoreboard = buildProvinceScoreboard();
const histories = await historiesOf(scoreboard);
const site = siteOf(scoreboard, { histories });
const published = (await publishedScoreboards()).find(({ period }) => period === '2023')!;
const publishedHistories = await historiesOf(published);

const of = (unitId: string, drawn = site, language: 'vi' | 'en' = 'vi') =>
  publishedPage(drawn, `don-vi/${unitId}/`, language);
const told = (html: string) => textOf(bodyOf(html));

describe('the page of a unit', () => {
  it('can be followed: every release, its group, and the unit, each in the language of the page', () => {
    const feedsIn = (language: 'vi' | 'en') => {
      const html = publishedPage(siteOf(buildProvinceScoreboard()), 'don-vi/P46-2025/', language);
      const links = html.matchAll(
        /<link rel="alternate" type="application\/atom\+xml" title="([^"]*)" href="([^"]*)"/g,
      );
      return [...links].map(([, title, address]) => `${title}: ${address}`);
    };
    expect(feedsIn('vi').slice(1)).toEqual([
      '34 tỉnh, thành phố: /feeds/groups/province34.atom',
      'Huế: /feeds/units/P46-2025.atom',
    ]);
    expect(feedsIn('en')).toEqual([
      'Releases and corrections: /feeds/en/releases.atom',
      '34 provinces: /feeds/en/groups/province34.atom',
      'Huế: /feeds/en/units/P46-2025.atom',
    ]);
  });

  it('answers first: the name as in law, rank of how many, value, release and day', () => {
    const text = told(of('P46-2025'));
    expect(text).toMatch(/^ Thành phố Huế Hạng 2\/34 Giá trị 0,7951 Huế đứng hạng 2 trong 34 đơn vị/);
    expect(text).toContain('giá trị 0,7951, cao hơn trung bình (0,7005) 0,0946.');
    expect(text).toContain('r1 năm 2024 · công bố ngày 21/10/2025');
  });

  it('publishes no figure but those of the scoreboard, of its history, and distances of its own values from means', () => {
    for (const unit of scoreboard.units) {
      const { predecessors } = histories.get(unit.unit_id)!;
      const earlier = predecessors.flatMap(({ points }) => points.map(({ value }) => value?.replace('.', ',')));
      const distances = scoreboard.measures.map(({ measure, average }) =>
        distance(unit.scores[measure]!.value, average!),
      );
      const known = new Set([...figuresOf(scoreboard), ...earlier, ...distances]);
      const shown = figuresIn(told(of(unit.unit_id)));
      expect(shown.length).toBeGreaterThan(30);
      expect(shown.filter((figure) => !known.has(figure))).toEqual([]);
    }
  });

  it('shows of every measure its own value, rank with the number it is of, and mean, and leads to where they come from', () => {
    const html = of('P46-2025');
    const row = /<tr><th scope="row"><a href="[^"]*chi-so\/security\/">.*?<\/tr>/.exec(html)![0];
    expect(textOf(row)).toMatch(/An toàn thông tin mạng 1,0000 1\/34 đồng hạng 1 \(5 đơn vị\) 0,8276/);
    expect(row).toContain('href="../../nguon-goc/P46-2025/security/"');
    expect(html.match(/<tr><th scope="row">/g)!.length).toBeGreaterThanOrEqual(12);
  });

  it('says where it is farthest above and below the mean', () => {
    expect(told(of('P46-2025'))).toContain(
      'So với trung bình, cao nhất ở Hoạt động chính quyền số (0,7519, cao hơn 0,1787); ' +
        'thấp nhất ở Hoạt động kinh tế số (0,5617, thấp hơn 0,0160).',
    );
  });

  it('says a tie in words', () => {
    const tied = siteOf(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'));
    expect(told(of('P31-2025', tied))).toContain('đồng hạng 2 (2 đơn vị) trong 34 đơn vị được xếp hạng');
  });

  it('tells how much was answered, and keeps who answered nothing of an index out of its ranks', () => {
    const left = withAnswered(buildProvinceScoreboard(), 'P31-2025', { dti: [41, 47], workforce: [0, 6] });
    const text = told(of('P31-2025', siteOf(left)));
    expect(text).toContain('Trả lời 41/47 chỉ số thành phần.');
    expect(text).toMatch(/Nhân lực số có 0\/6 chỉ số 0,9320 không xếp hạng/);
  });

  it('has a page for a unit that did not submit, without value or rank but with its history', () => {
    const without = withMissing(buildProvinceScoreboard(), 'P33-2025');
    const html = of('P33-2025', siteOf(without, { histories }));
    const text = told(html);
    expect(text).toContain('Tỉnh Hưng Yên Chưa nộp số liệu Hưng Yên chưa nộp số liệu năm 2024.');
    expect(text).toContain('không có giá trị, không có thứ hạng');
    expect(html).not.toMatch(/nguon-goc\/P33|so-sanh\/|class="rm"/);
    expect(text).toContain('Lịch sử');
  });

  it('has no total to tell where none is published, and claims no rank', () => {
    const text = told(of('P01-2025', siteOf(withoutTotal(buildProvinceScoreboard()))));
    expect(text).toContain('Hà Nội có kết quả ở 4 chỉ số năm 2024, không có giá trị chung.');
    expect(text).not.toMatch(/hạng \d|\d\/34/);
  });

  it('leads to its comparison with every other unit, and no link of them leads nowhere', () => {
    const html = of('P46-2025');
    const links = [...html.matchAll(/href="\.\.\/\.\.\/(so-sanh\/[^"]*)"/g)].map(([, path]) => path);
    expect(links).toHaveLength(33);
    const paths = new Set(listPages(scoreboard).map(({ path }) => path));
    expect(links.filter((path) => !paths.has(path!))).toEqual([]);
    // Before the table, at the place that rankings lead to.
    expect(html.indexOf('id="so-sanh"')).toBeLessThan(html.indexOf('<table'));
  });

  it('says the change against a comparable release only, with what caused it', async () => {
    const now = settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
    now.units.find(({ unit_id }) => unit_id === 'P48-2025')!.scores.dti!.value = '0.7200';
    const framework = await loadFramework('dti-province-405');
    const changes = describeChanges({ now: settle(now), before: scoreboard, framework, rescored: null });
    expect(told(of('P48-2025', siteOf(now, { changes })))).toContain(
      'So với đợt r1 năm 2024: tăng 4 bậc, từ hạng 17 đến hạng 13; giá trị +0,0131. Trong đó: do giá trị của đơn vị tăng 4 bậc.',
    );
    expect(told(of('P48-2025'))).not.toMatch(/bậc|không đổi/);
  });

  it('says the same in English', () => {
    const text = told(of('P46-2025', site, 'en'));
    expect(text).toContain('Huế ranks 2 of 34 ranked units in 2024 with 0.7951, 0.0946 above the mean (0.7005).');
    expect(figuresIn(text)).toEqual([]);
  });
});

describe('the history on the page of a unit', () => {
  it('explains a last digit that is another than in the published table, and nothing where there is none', async () => {
    const recomputed = buildProvinceScoreboard();
    recomputed.units.find(({ unit_id }) => unit_id === 'P46-2025')!.scores.dti!.value = '0.7952';
    const other = siteOf(recomputed, { histories: await historiesOf(recomputed) });
    const noteOf = (unitId: string, language: 'vi' | 'en', of = other) =>
      /<p>([^<]*(?:có hai giá trị|two values)[^<]*)<\/p>/.exec(publishedPage(of, `don-vi/${unitId}/`, language))?.[1];
    expect(noteOf('P46-2025', 'vi')).toMatch(/^Năm.2024 có hai giá trị: 0,7951 trong bảng đã công bố, 0,7952 tính lại/);
    expect(noteOf('P46-2025', 'en')).toMatch(/^For 2024 there are two values: 0.7951 .* 0.7952 recomputed here/);
    expect([noteOf('P46-2025', 'vi', site), noteOf('P01-2025', 'vi'), noteOf('P48-2025', 'vi')]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('breaks at the merger, says why, and marks what was published elsewhere', () => {
    const html = of('P33-2025');
    const text = told(html);
    expect(text).toContain('Hình thành từ ngày 01/07/2025 do sắp xếp Hưng Yên và Thái Bình');
    expect(text).toContain('2022, 2023 và 2024: số liệu đã công bố, không tính lại được');
    expect(html.match(/<line class="break"/g)!.length).toBeGreaterThanOrEqual(1);
    expect(text).toContain('Trước sắp xếp: Hưng Yên và Thái Bình');
  });

  it('tells each rank with the number it is of, and subtracts no rank of one group from that of another', () => {
    for (const { unit_id } of scoreboard.units) {
      const text = told(of(unit_id));
      const { predecessors } = histories.get(unit_id)!;
      for (const { rank } of predecessors.flatMap(({ points }) => points)) expect(text).toContain(`${rank}/63`);
      expect(text).not.toMatch(/(tăng|giảm) \d+ (bậc|hạng)/);
    }
  });

  it('goes on with the page of a dissolved province, which points forward', () => {
    const html = of('P34', siteOf(published, { histories: publishedHistories }));
    const text = told(html);
    expect(text).toContain('Thái Bình được sắp xếp cùng Hưng Yên thành Hưng Yên từ ngày 01/07/2025.');
    expect(html).toContain('href="/don-vi/P33-2025/"');
    expect(text).toContain('Tỉnh Thái Bình Hạng ');
    expect(html).not.toMatch(/nguon-goc|so-sanh/);
    expect(text).not.toContain('công bố ngày');
  });
});

describe('weight of the page of a unit', () => {
  const weigh = (html: string) => [Buffer.byteLength(html), gzipSync(html).length] as const;

  it('stays under 100 KB and 15 KB compressed, for the longest of 34 and for one of 126 units', () => {
    for (const { unit_id } of scoreboard.units) {
      const [bytes, compressed] = weigh(of(unit_id));
      expect(bytes).toBeLessThan(45_000);
      expect(compressed).toBeLessThan(10_000);
    }
    const many = manyUnits(126);
    const [bytes, compressed] = weigh(of(many.units[60]!.unit_id, siteOf(many)));
    expect(bytes).toBeLessThan(100_000);
    expect(compressed).toBeLessThan(15_000);
  });
});

/** All different, so that no two share a mark. */
function manyUnits(count: number): Scoreboard {
  const many = buildProvinceScoreboard();
  const models = many.units;
  many.units = Array.from({ length: count }, (_, place) => {
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
