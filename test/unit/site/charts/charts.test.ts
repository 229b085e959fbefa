import { describe, expect, it } from 'vitest';
import { chartStyle } from '../../../../shared/site/charts/chart-style.ts';
import { drawn } from '../../../support/drawn-charts.ts';

const cases = (['vi', 'en'] as const).flatMap((lang) => {
  const again = new Map(drawn(lang));
  return drawn(lang).map(([name, html]) => ({ lang, name, html, again: again.get(name) }));
});
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const pictureIn = (html: string) => /<svg role="img".*?<\/svg>/s.exec(html)?.[0] ?? '';

describe.each(cases)('the chart "$name" in $lang', ({ name, html, again }) => {
  it('is the same to the byte when drawn again', () => {
    expect(again === html).toBe(true);
  });

  it('writes every place with one decimal at most, and none that is no number', () => {
    expect(/NaN|Infinity|undefined/.exec(html)).toBeNull();
    const attributes = [...html.matchAll(/ (?:[xy][12]?|c[xy]|d[xy]|r|width|height)="([^"]+)"/g)].map(
      ([, text]) => text,
    );
    expect(attributes.length).toBeGreaterThan(5);
    expect(attributes.filter((text) => !/^(0|-?(?!0%?$)\d+(\.\d)?)%?$/.test(text!))).toEqual([]);
  });

  it('begins with its conclusion, names its picture, and has the figures behind it', () => {
    const [figure, caption] = /^<figure class="[^"]+" aria-labelledby="([^"]+)"><figcaption id="\1">/.exec(html) ?? [];
    expect(figure, name).toBeDefined();
    expect(caption).toMatch(/-c$/);
    expect(html).toMatch(/<p class="src">Nguồn: .*<\/p><\/figure>$/);
    if (name.startsWith('map')) return expect(html).toContain('aria-hidden="true"');
    const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/.exec(pictureIn(html)) ?? [];
    expect(html).toMatch(new RegExp(`<title id="${title}">[^<]+</title><desc id="${desc}">[^<]+\\.</desc>`));
    if (name.endsWith('of nothing')) return expect(html).not.toContain('<details>');
    expect(html).toMatch(/<details><summary>.+<tbody><tr><th scope="row">/);
  });

  it('has ids of its own', () => {
    const ids = idsIn(html);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.map((id) => id.replace(/-[a-z0-9]$/, ''))).size).toBe(1);
  });

  it('takes its colours from the style', () => {
    expect(/#[0-9a-f]{3,8}"|rgb\(|style=/i.exec(html)).toBeNull();
  });

  it('uses only names that the style knows', () => {
    const names = [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, text]) => text!.split(' '));
    // Of the pages' own style, or there to be found by a reader of the markup.
    const elsewhere = ['unit', 'plain', 'name', 'up', 'still', 'down'];
    expect([...new Set(names)].filter((one) => !elsewhere.includes(one) && !chartStyle.includes(`.${one}`))).toEqual(
      [],
    );
  });
});

describe('the picture of a history', () => {
  it('has a mark for each figure, and a stroke at the bottom where there is none', () => {
    const html = drawn('vi').find(([name]) => name === 'history with a gap')![1];
    // In the legend the same mark stands at a place of its own: not in percent.
    expect(html.match(/<circle class="stop" r="5" cx="\d+%"/g)).toHaveLength(4);
    expect(html.match(/class="missing" x1="-14"/g)).toHaveLength(1);
  });
});

describe('the words of charts', () => {
  it('are English on an English page, names apart', () => {
    const words = /chưa có số liệu|trung bình|Thứ hạng|đơn vị khác|không đổi|Xem số liệu/i;
    expect(
      drawn('en')
        .filter(([, html]) => words.test(html))
        .map(([name]) => name),
    ).toEqual([]);
  });
});
