import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPages } from '../../../shared/site/page-list.ts';
import { drawPictures } from '../../../shared/site/pictures/draw-pictures.ts';
import { indexedPng } from '../../../shared/site/pictures/indexed-png.ts';
import type { ToPng } from '../../../shared/site/pictures/open-renderer.ts';
import { renderRankingPicture, renderUnitPicture } from '../../../shared/site/pictures/share-picture.tsx';
import { openTestRenderer } from '../../support/renderer.ts';
import {
  asIllustrative,
  buildProvinceScoreboard,
  withMissing,
  withoutTotal,
} from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const table = buildProvinceScoreboard();
/** The builder's variants change what they are given. */
const other = buildProvinceScoreboard;
const unit = (board: typeof table, id: string) => board.units.find(({ unit_id }) => unit_id === id)!;
const told = (svg: string) => svg.replaceAll('\u00A0', ' ');
let toPng: ToPng;

beforeAll(async () => {
  toPng = await openTestRenderer();
});

const pictureNamedBy = (html: string) =>
  /property="og:image" content="https:\/\/dti\.example\/([^"]+)"/.exec(html)?.[1];

describe('pictures beside links', () => {
  it('are there for every page that names one, in its language', () => {
    const site = siteOf(table);
    const drawn = drawPictures(site, listPages(table), () => new Uint8Array()).map(({ key }) => key);
    expect(drawn).toHaveLength((1 + 34) * 2);
    const paths = ['', 'don-vi/P79-2025/', 'so-sanh/P79-2025/P08-2025/', 'dinh-chinh/'];
    for (const path of paths)
      for (const language of ['vi', 'en'] as const) {
        const named = pictureNamedBy(publishedPage(site, path, language));
        expect(drawn).toContain(named);
        expect(named).toContain(path.startsWith('don-vi') ? `P79-2025-${language}.png` : `ranking-${language}.png`);
      }
  });

  it('are those of the ranking where a group is too large for one of each unit', () => {
    const large = siteOf({ ...table, units: [...table.units, ...table.units] });
    expect(drawPictures(large, listPages(table), () => new Uint8Array())).toHaveLength(2);
    expect(pictureNamedBy(publishedPage(large, 'don-vi/P79-2025/'))).toContain('ranking-vi.png');
  });

  it('say value, rank and main indices as the page does, and what must be known first', () => {
    const own = told(renderUnitPicture(table, unit(table, 'P46-2025'), 'vi'));
    expect(own).toContain('hạng 2/34, giá trị 0,7951');
    for (const { name_vi } of table.measures.filter(({ kind }) => kind === 'main_index'))
      expect(own).toContain(name_vi);
    expect(told(renderRankingPicture(table, 'en'))).toMatch(/Huế.*0\.7951/);
    expect(told(renderRankingPicture(asIllustrative(other()), 'vi'))).toContain('Số liệu minh họa');
    expect(renderRankingPicture(table, 'vi')).not.toContain('minh họa');
  });

  it('tell in words of a unit without figures and of a release without a total', () => {
    const missing = withMissing(other(), 'P01-2025');
    expect(told(renderUnitPicture(missing, unit(missing, 'P01-2025'), 'vi'))).toContain('chưa nộp số liệu năm 2024');
    const bare = withoutTotal(other());
    expect(renderRankingPicture(bare, 'en')).toContain('without a total');
    expect(renderRankingPicture(bare, 'en')).not.toContain('0.7951');
  });

  it('are drawn with every mark, light, of the size that is asked for, and the same again', () => {
    const svg = renderRankingPicture(asIllustrative(other()), 'vi');
    const png = Buffer.from(toPng(svg));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(60_000);
    expect(Buffer.from(toPng(svg)).equals(png)).toBe(true);
    // A letter that the font lacks is drawn as the box that every such letter is drawn as.
    const drawn = (letter: string) =>
      Buffer.from(
        toPng(
          `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#fff"/><text y="40" font-family="Noto Sans">${letter}</text></svg>`,
        ),
      );
    const letters = [...'ĂăĐđƠưỄễỰựỘộẰằẶổ'].map((letter) => drawn(letter).toString('base64'));
    expect(new Set([...letters, drawn('\u{13000}').toString('base64')]).size).toBe(letters.length + 1);
  });
});

describe('indexedPng', () => {
  it('keeps colours of whole steps and their places', () => {
    const rgba = Uint8Array.from([
      0x11, 0x22, 0x33, 255, 255, 255, 255, 255, 0x11, 0x22, 0x33, 255, 0xaa, 0xcc, 0xee, 255,
    ]);
    const png = Buffer.from(indexedPng({ rgba, width: 2, height: 2 }));
    const at = (type: string) => {
      const start = png.indexOf(type);
      return png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4));
    };
    expect(at('PLTE').toString('hex')).toBe('112233ffffffaaccee');
    expect([...inflateSync(at('IDAT'))]).toEqual([0, 0, 1, 0, 0, 2]);
  });

  it('refuses more colours than a palette has rather than draw wrong ones', () => {
    const rgba = Uint8Array.from({ length: 300 * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : ((at >> 2) >> ((at % 4) * 4)) * 17,
    );
    expect(() => indexedPng({ rgba, width: 300, height: 1 })).toThrow('do not fit');
  });
});
