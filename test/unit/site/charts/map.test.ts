import { brotliCompressSync } from 'node:zlib';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { measureValues } from '../../../../shared/site/charts/from-scoreboard.ts';
import { Choropleth, legendOf } from '../../../../shared/site/map/choropleth.tsx';
import { classOf, type Fill } from '../../../../shared/site/map/fills.ts';
import { MapDrawing } from '../../../../shared/site/map/map-drawing.tsx';
import { archipelagos, provinces } from '../../../../shared/site/map/shapes.ts';
import { membersOf } from '../../../../shared/units/registry.ts';
import { buildProvinceScoreboard, withMissing } from '../../../support/scoreboard-builder.ts';

const mapOf = (lang: 'vi' | 'en', scoreboard = buildProvinceScoreboard()) =>
  render(
    h(Choropleth, {
      ...{ id: 'ban-do', lang, source: 'Nguồn' },
      data: measureValues(scoreboard, 'dti', { lang }),
      hrefOf: (unitId: string) => `/releases/dti/province34/2024/r1/don-vi/${unitId}/`,
    }),
  );
const html = mapOf('vi');
const svgIn = (page: string) => /<svg class="map" aria-hidden="true" focusable.*?<\/svg>/s.exec(page)![0];
const textOf = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<text class="${kind}".*?</text>`, 'gs'))].map(([text]) => text.replace(/<[^>]+>/g, ''));

describe('the map', () => {
  it('has all 34 provinces of today, each once', () => {
    const members = membersOf('province34', '2026').map(({ unit_id }) => unit_id);
    expect(members).toHaveLength(34);
    expect(provinces.map(({ unit_id }) => unit_id)).toEqual(members.toSorted());
    expect(new Set(provinces.map(({ path }) => path)).size).toBe(34);
    for (const { path } of provinces) expect(svgIn(html)).toContain(`d="${path}"`);
  });

  it.each([
    ['hoangsa', 'P48-2025', 19, 'Quần đảo Hoàng Sa (Đà Nẵng)', 'Hoàng Sa archipelago (Đà Nẵng)'],
    ['truongsa', 'P56-2025', 54, 'Quần đảo Trường Sa (Khánh Hòa)', 'Trường Sa archipelago (Khánh Hòa)'],
  ])('has the archipelago %s in an inset of its own, labelled', (archipelago, unitId, reefs, labelVi, labelEn) => {
    const shape = archipelagos.find((one) => one.archipelago === archipelago);
    expect(shape?.unit_id).toBe(unitId);
    expect(shape?.reefs).toHaveLength(reefs);
    expect(textOf(svgIn(html), 'inset')).toContain(labelVi);
    expect(textOf(svgIn(mapOf('en')), 'inset')).toContain(labelEn);
  });

  it('draws every reef so that it is seen, filled as its province and inside its frame', () => {
    const groups = [...svgIn(html).matchAll(/<g class="reefs (f\d)">(.*?)<\/g>/gs)];
    const provinceFill = (unitId: string) =>
      new RegExp(`<path class="(f\\d)" d="${provinces.find(({ unit_id }) => unit_id === unitId)!.path}"`).exec(
        html,
      )![1];
    expect(groups.map(([, fill]) => fill)).toEqual([provinceFill('P48-2025'), provinceFill('P56-2025')]);
    const frames = [...html.matchAll(/<rect class="frame" x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)];
    groups.forEach(([, , circles], index) => {
      const [x, y, width, height] = frames[index]!.slice(1).map(Number) as [number, number, number, number];
      for (const [, cx, cy, r] of circles!.matchAll(/cx="(\d+)" cy="(\d+)" r="(\d+)"/g)) {
        // In tenths of the drawing; at 328 px 24 of them are 1.5 px.
        expect(Number(r)).toBeGreaterThanOrEqual(24);
        expect(Number(cx) - Number(r)).toBeGreaterThan(x);
        expect(Number(cx) + Number(r)).toBeLessThan(x + width);
        expect(Number(cy) - Number(r)).toBeGreaterThan(y);
        expect(Number(cy) + Number(r)).toBeLessThan(y + height);
      }
    });
  });

  it('says whose drawing it is and that it was changed', () => {
    expect(html).toContain('@svg-maps/vietnam 2.0.0, giấy phép CC BY 4.0, đã gộp theo 34 đơn vị và đơn giản hóa');
    expect(mapOf('en')).toContain('@svg-maps/vietnam 2.0.0, CC BY 4.0, changed');
  });

  it('adds no tab stop, and the list beside it has each link once', () => {
    const svg = svgIn(html);
    const links = svg.match(/<a /g)!;
    expect(svg.match(/<a href="[^"]+" tabindex="-1">/g)).toHaveLength(links.length);
    const listed = [...html.replace(svg, '').matchAll(/<a href="([^"]+)">/g)].map(([, href]) => href);
    expect(listed).toHaveLength(34);
    expect(new Set(listed).size).toBe(34);
  });

  it('prints a rank where there is room', () => {
    const ranks = [...svgIn(html).matchAll(/<text class="o\d"[^>]*>(\d+)<\/text>/g)].map(([, rank]) => Number(rank));
    expect(ranks.length).toBeGreaterThan(15);
    expect(ranks).not.toContain(32);
    expect(ranks).toContain(2);
  });

  it('weighs at most 36 KB, and 9 KB compressed, list included', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(36 * 1024);
    expect(brotliCompressSync(html).length).toBeLessThan(9 * 1024);
  });

  it('hatches who has no value, archipelago included, and counts them', () => {
    const missing = mapOf('vi', withMissing(buildProvinceScoreboard(), 'P48-2025'));
    expect(svgIn(missing).match(/fill="url\(#ban-do-h\)"/g)).toHaveLength(2);
    expect(svgIn(missing)).toContain('<pattern id="ban-do-h"');
    expect(missing).toContain('chưa nộp số liệu: 1 đơn vị');
  });

  it('can be filled by anything else, such as the state of a submission', () => {
    const fillOf = (unitId: string): Fill => (unitId === 'P01-2025' ? 4 : 'plain');
    const svg = render(h(MapDrawing, { id: 'm', lang: 'vi', fillOf }));
    expect(svg.match(/class="f4"/g)).toHaveLength(1);
    expect(svg.match(/class="paper" d="M\d/g)!.length).toBeGreaterThanOrEqual(33);
    expect(svg).not.toContain('<a ');
  });
});

describe('the five classes', () => {
  it.each([
    ['0.0000', 1],
    ['0.5999', 1],
    ['0.6000', 2],
    ['0.6499', 2],
    ['0.6500', 3],
    ['0.7000', 4],
    ['0.7499', 4],
    ['0.7500', 5],
    ['1.0000', 5],
  ])('take %s into class %i', (value, one) => {
    expect(classOf(value)).toBe(one);
  });

  it.each(['0.7', '0,7000', '70', '-0.1000', ''])('refuse %j, whose text would not be in order', (value) => {
    expect(() => classOf(value)).toThrow(RangeError);
  });

  it('hold 3, 5, 7, 11 and 8 units in 2024, with their ranges printed', () => {
    const { units } = measureValues(buildProvinceScoreboard(), 'dti', { lang: 'vi' });
    expect(legendOf('vi', units).map(({ label, count }) => `${label}: ${count}`)).toEqual([
      'dưới 0,60: 3',
      'từ 0,60 đến dưới 0,65: 5',
      'từ 0,65 đến dưới 0,70: 7',
      'từ 0,70 đến dưới 0,75: 11',
      'từ 0,75 trở lên: 8',
    ]);
    expect(html).toContain('<figcaption id="ban-do-c">8 đơn vị từ 0,75 trở lên; 3 đơn vị dưới 0,60</figcaption>');
  });
});
