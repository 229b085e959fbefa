import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../../shared/format/format-decimal.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { describeChanges } from '../../../shared/release/changes/describe-changes.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { foundAmong, wordsOf } from '../../../shared/site/find-words.ts';
import { renderNewerNotice } from '../../../shared/site/newer-notice.tsx';
import { fileContents } from '../../../shared/site/words/data-words.ts';
import { corrections } from '../../support/corrections.ts';
import {
  asDerived,
  asIllustrative,
  buildProvinceScoreboard,
  settle,
  withAnswered,
  withMissing,
  withoutTotal,
  withTie,
} from '../../support/scoreboard-builder.ts';
import { publishedPage, siteOf } from '../../support/site-builder.ts';

const framework = await loadFramework('dti-province-405');

const render = (scoreboard: Scoreboard) => publishedPage(siteOf(scoreboard));

/** The page without style and tags: what a person reads. */
const textOf = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

const rowOf = (html: string, unitId: string) => new RegExp(`<tr id="${unitId}"[^>]*>.*?</tr>`).exec(html)?.[0];

describe('the ranking page', () => {
  it('publishes no figure that scoreboard.json does not hold', () => {
    const scoreboard = buildProvinceScoreboard();
    const scores = scoreboard.units.flatMap((unit) => Object.values(unit.scores).map(({ value }) => value));
    const averages = scoreboard.measures.flatMap(({ average }) => average ?? []);
    const known = new Set([...scores, ...averages].map(formatDecimal));
    const shown = textOf(render(scoreboard)).match(/\d,\d{4}/g)!;
    expect(shown.length).toBeGreaterThan(34 * 12);
    expect(shown.filter((figure) => !known.has(figure))).toEqual([]);
  });

  it('shows of every unit exactly its own rank and values, in the order of the columns', () => {
    const scoreboard = buildProvinceScoreboard();
    const html = render(scoreboard);
    const order = ['dti', 'pillar_gov', 'pillar_econ', 'pillar_soc', 'awareness', 'institutions', 'infrastructure'];
    for (const unit of scoreboard.units) {
      const cells = [...rowOf(html, unit.unit_id)!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell]) =>
        textOf(cell!).trim(),
      );
      const total = formatDecimal(unit.scores.dti!.value);
      const others = order.slice(1).map((measure) => {
        const { value, rank } = unit.scores[measure]!;
        return `${formatDecimal(value)} hạng ${rank}`;
      });
      expect(cells.slice(0, 8)).toEqual([`${unit.rank}`, total, ...others]);
    }
  });

  it('says in one sentence who leads among how many, by what, against which average', () => {
    expect(textOf(render(buildProvinceScoreboard()))).toContain(
      'Hà Nội dẫn đầu trong 34 đơn vị được xếp hạng chuyển đổi số năm 2024, giá trị 0,8241; ' +
        'giá trị trung bình của 34 đơn vị là 0,7005.',
    );
  });

  it('names release, its day, closing date and framework with its decision, because a figure is quoted with them', () => {
    const text = textOf(render(buildProvinceScoreboard()));
    for (const fact of ['dti/province34/2024/r1', '21/10/2025', '31/12/2024', '405/QĐ-BKHCN']) {
      expect(text).toContain(fact);
    }
  });

  it('says under a merged unit what it was formed from, and nothing under one that was not', () => {
    const scoreboard = buildProvinceScoreboard();
    const [merged, other] = scoreboard.units;
    merged!.formed_from_vi = ['Hà Giang', 'Tuyên Quang'];
    other!.formed_from_vi = [];
    const html = render(scoreboard);
    expect(textOf(rowOf(html, merged!.unit_id)!)).toContain('hình thành từ Hà Giang và Tuyên Quang');
    expect(rowOf(html, other!.unit_id)).not.toContain('hình thành từ');
  });

  it('says the period’s notice before the first figure', () => {
    const notice_vi = 'Số liệu minh họa, không phải kết quả chính thức.';
    const html = render({ ...buildProvinceScoreboard(), notice_vi });
    expect(html).toContain(`<p class="notice">${notice_vi}</p>`);
    expect(html.indexOf(notice_vi)).toBeLessThan(html.indexOf('<h1>'));
    expect(render(buildProvinceScoreboard())).not.toContain('class="notice"');
  });

  it('offers the files at addresses of the release, which never change', () => {
    const html = render(buildProvinceScoreboard());
    for (const name of ['ranking.xlsx', 'scoreboard.csv', 'scoreboard.json'])
      expect(html).toContain(`href="/releases/dti/province34/2024/r1/${name}"`);
    expect(textOf(html)).toContain('ranking.xlsx (23 KB) báo cáo xếp hạng để in và ký');
  });

  it.each(['vi', 'en'] as const)('says in words what each file is for, in %s', (language) => {
    const names = ['ranking.xlsx', 'tinh-lai.xlsx', 'scoreboard-vi.csv', 'scoreboard.csv', 'scoreboard.json'];
    const files = names.map((path) => ({ path, bytes: 1_000, sha256: 'ab'.repeat(32) }));
    const html = publishedPage(siteOf(buildProvinceScoreboard(), { files }), '', language);
    const told = /<ul class="plain downloads">.*?<\/ul>/.exec(html)![0];
    for (const name of names)
      expect(textOf(told)).toMatch(new RegExp(`${name} \\(1 KB\\) ${fileContents[name]![language].slice(0, 12)}`));
    expect(new Set(names.map((name) => fileContents[name]![language])).size).toBe(names.length);
  });

  it('leads to comparing two units, of a table whose units have pages of pairs', () => {
    const links = [...render(buildProvinceScoreboard()).matchAll(/href="\.\/don-vi\/([^"]*)\/#so-sanh"/g)];
    expect(links.map(([, id]) => id).slice(0, 2)).toEqual(['P91-2025', 'P24-2025']);
    expect(links).toHaveLength(34);
    expect(publishedPage(siteOf(buildProvinceScoreboard()), 'xep-hang/security/')).not.toContain('#so-sanh');
  });

  it('leads from every unit to its page, from its value to where that comes from, from every head to the ranking by it', () => {
    const html = render(buildProvinceScoreboard());
    expect(rowOf(html, 'P46-2025')).toContain('href="./don-vi/P46-2025/"');
    expect(rowOf(html, 'P46-2025')).toContain('href="./nguon-goc/P46-2025/dti/"');
    expect(html.match(/<th scope="col"[^>]*><a href="[^"]*xep-hang/g)).toHaveLength(12);
  });

  it('is ordered by name on a page of its own, by the Vietnamese alphabet, and says so', () => {
    const html = publishedPage(siteOf(buildProvinceScoreboard()), 'xep-hang/ten/');
    const names = [...html.matchAll(/<th scope="row"><a[^>]*>([^<]*)<\/a>/g)].map(([, name]) => name);
    expect(names.slice(0, 6)).toEqual(['An Giang', 'Bắc Ninh', 'Cà Mau', 'Cao Bằng', 'Cần Thơ', 'Đà Nẵng']);
    expect(names).toHaveLength(34);
    expect(html).toMatch(/<th scope="col" class="unit" data-c="ten" aria-sort="ascending">Đơn vị<\/th>/);
    expect(html.match(/aria-sort/g)).toHaveLength(1);
  });

  it('puts units of one rank in the order of the alphabet, and says so', () => {
    const html = publishedPage(siteOf(buildProvinceScoreboard()), 'xep-hang/awareness/');
    const first = [...html.matchAll(/<td class="rank">1<\/td><th scope="row"><a[^>]*>([^<]*)/g)].map(
      ([, name]) => name!,
    );
    expect(first).toHaveLength(24);
    expect(first).toContain('TP. Hồ Chí Minh');
    // By the name, not by the title before it.
    const names = first.map((name) => name.replace('TP. ', ''));
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
    expect(textOf(html)).toContain('trong cùng thứ hạng, đơn vị xếp theo bảng chữ cái');
  });

  it('is narrowed to a region by a link, and keeps the ranks of all there', () => {
    const html = publishedPage(
      siteOf(withMissing(buildProvinceScoreboard(), 'P79-2025')),
      'xep-hang/vung/dong-nam-bo/',
    );
    expect([...html.matchAll(/<tr id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['P75-2025', 'P80-2025']);
    expect(textOf(html)).toContain('Đông Nam Bộ (3 trong 34 tỉnh, thành phố)');
    expect(textOf(html)).toContain('Đông Nam Bộ: cao nhất là Đồng Nai, hạng 14/33, giá trị 0,7164.');
    expect(textOf(html)).toContain('của cả 33 đơn vị được xếp hạng, không tính riêng cho vùng');
    expect(html).toMatch(/Chưa nộp số liệu \(1 đơn vị\)<\/h2>.*Hồ Chí Minh/);
  });

  it('has on each row what the unit was and is called besides, as people type it', () => {
    const html = render(buildProvinceScoreboard());
    expect(rowOf(html, 'P46-2025')).toMatch(/data-k="[^"]*thua thien hue/);
    expect(rowOf(html, 'P79-2025')).toMatch(/data-k="[^"]*tphcm/);
    expect(rowOf(html, 'P22-2025')).not.toContain('data-k');
  });

  it('has rows found by names, not by the notes below them', () => {
    const html = render(buildProvinceScoreboard());
    const rows = [
      ...html.matchAll(/<tr id="([^"]*)"(?: data-k="([^"]*)")?>.*?<th scope="row"><a [^>]*>([^<]*)</gs),
    ].map(([, id = '', others = '', name = '']) => ({ name, names: [wordsOf(name), wordsOf(id), others].join('| ') }));
    expect(rows).toHaveLength(34);
    const found = (text: string) => foundAmong(rows, ({ names }) => names, wordsOf(text)).map(({ name }) => name);
    // By a former name too: Hà Nam, Hậu Giang, Hà Giang.
    expect(found('ha')).toEqual(['Hà Nội', 'Hải Phòng', 'Hà Tĩnh', 'Ninh Bình', 'Cần Thơ', 'Tuyên Quang']);
    expect(found('hinh thanh')).toEqual([]);
    expect(found('Bình Dương')).toEqual(['TP. Hồ Chí Minh']);
    expect(found('P46')).toEqual(['Huế']);
    expect(found('anh hoa')).toEqual(['Thanh Hóa', 'Khánh Hòa']);
    expect(found('')).toHaveLength(34);
  });

  it('is a table that a screen reader can follow: caption, column heads, the unit as head of its row', () => {
    const html = render(buildProvinceScoreboard());
    expect(html.match(/<caption>/g)).toHaveLength(1);
    expect(html.match(/<th scope="col"/g)).toHaveLength(14);
    expect(html.match(/<th scope="row"/g)).toHaveLength(35);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toMatch(/^<!doctype html>\n<html lang="vi">/);
    expect(html).toMatch(/<body><a class="skip"[^>]*>[^<]*<\/a><header.*<\/header>.*<main.*<\/main><footer/s);
  });

  it('fetches nothing from elsewhere, and runs nothing but the one script of the site', () => {
    const html = render(buildProvinceScoreboard());
    const fetched = [...html.matchAll(/<(?:script|link rel="stylesheet"|img)[^>]*(?:src|href)="([^"]*)"/g)];
    expect(fetched.map(([, address]) => address)).toEqual(['/assets/site.css', '/assets/site.js']);
    expect(html).not.toMatch(/url\(|@import|\sstyle="|\son[a-z]+="/);
  });

  it.each([34, 52, 63, 99])('stays under 60 KB for %i units, for weak networks', (count) => {
    const scoreboard = buildProvinceScoreboard();
    const [model] = scoreboard.units;
    const of = (place: number) => ({
      ...model!,
      unit_id: `P79-2025-C${place}`,
      unit_name_vi: `Phường Chánh Phú Hòa ${place}`,
    });
    scoreboard.units.push(...Array.from({ length: count - 34 }, (_, place) => of(place)));
    expect(new TextEncoder().encode(render(scoreboard)).length).toBeLessThan(60_000);
  });

  it('shows one measure alone of more than a hundred units, as of the communes of a province, a hundred on a page', () => {
    const scoreboard = buildProvinceScoreboard();
    const [model] = scoreboard.units;
    scoreboard.units = Array.from({ length: 168 }, (_, i) => ({
      ...structuredClone(model!),
      unit_id: `P79-2025-C${i}`,
      unit_name_vi: `Phường Bình Hưng Hòa ${i}`,
      formed_from_vi: [],
    }));
    const site = siteOf(settle(scoreboard));
    for (const [path, rows] of [
      ['', 100],
      ['xep-hang/dti/tu-101/', 68],
    ] as const) {
      const html = publishedPage(site, path);
      expect(html.match(/<th scope="col"/g)).toHaveLength(3);
      expect(html.match(/<tr id=/g)).toHaveLength(rows);
      expect(html).toContain('101–168');
      expect(new TextEncoder().encode(html).length).toBeLessThan(60_000);
    }
  });

  it('gives the same page for the same scoreboard', () => {
    expect(render(buildProvinceScoreboard())).toBe(render(buildProvinceScoreboard()));
  });

  it('says a tie in words and repeats the rank', () => {
    const html = render(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'));
    for (const id of ['P31-2025', 'P46-2025']) {
      expect(rowOf(html, id)).toContain('<td class="rank">2</td>');
      expect(rowOf(html, id)).toContain('đồng hạng 2 (2 đơn vị)');
    }
    expect(rowOf(html, 'P79-2025')).toContain('<td class="rank">4</td>');
  });

  it('tells beside a rank how much was answered, and nothing where all was', () => {
    const counts = { dti: [45, 47], pillar_gov: [35, 37], workforce: [5, 6] } as const;
    const html = render(withAnswered(buildProvinceScoreboard(), 'P01-2025', structuredClone(counts) as never));
    const text = textOf(rowOf(html, 'P01-2025')!);
    expect(text).toMatch(/Hà Nội trả lời 45\/47 chỉ số .*0,8032 hạng 10 có 35\/37 .*0,9000 hạng 8 có 5\/6 /);
    expect(textOf(html)).toContain('“Có 3/6”: đơn vị trả lời 3 trong 6 chỉ số thành phần');
    expect(rowOf(html, 'P46-2025')).not.toMatch(/trả lời|có \d+\//);
    expect(textOf(render(buildProvinceScoreboard()))).not.toMatch(/trả lời|có \d+\//i);
  });

  it('says that who answered nothing of a main index is not ranked in it, though there may be a value', () => {
    const html = render(withAnswered(buildProvinceScoreboard(), 'P31-2025', { dti: [41, 47], workforce: [0, 6] }));
    expect(textOf(rowOf(html, 'P31-2025')!)).toMatch(/0,9320 không xếp hạng có 0\/6 /);
    expect(textOf(rowOf(html, 'P37-2025')!)).toMatch(/0,6739 hạng 23 /);
  });

  it('says of how many units an average is, once for the line and again where it is of fewer', () => {
    const scoreboard = buildProvinceScoreboard();
    delete scoreboard.units[0]!.scores.security;
    const foot = textOf(/<tfoot>.*<\/tfoot>/.exec(render(settle(scoreboard)))![0]);
    expect(foot).toMatch(/Trung bình 34 đơn vị 0,7005 .*0,8282 33 đơn vị /);
    expect(foot.match(/đơn vị/g)).toHaveLength(2);
  });

  it('names every leader when the first place is shared', () => {
    const text = textOf(render(withTie(buildProvinceScoreboard(), 'P46-2025', 'P01-2025')));
    expect(text).toContain('Hà Nội và Huế đồng hạng 1 trong 34 đơn vị được xếp hạng');
  });

  it('puts a unit that did not submit into a block of its own, without value or rank', () => {
    const html = render(withMissing(buildProvinceScoreboard(), 'P01-2025'));
    expect(rowOf(html, 'P01-2025')).toBeUndefined();
    expect(html).toMatch(/Chưa nộp số liệu \(1 đơn vị\)<\/h2>.*<li id="P01-2025"><a[^>]*>Hà Nội<\/a><\/li>/);
    expect(textOf(html)).toContain('34 đơn vị, 33 được xếp hạng, 1 chưa nộp số liệu');
  });

  it('says before the heading, in the title and in print that figures are illustrative', () => {
    const html = render(asIllustrative(buildProvinceScoreboard()));
    expect(html).toMatch(/class="notice illustrative">Số liệu minh họa, không phải kết quả chính thức\..*<h1>/);
    for (const name of ['<title>', 'og:title" content="']) expect(html).toContain(`${name}Số liệu minh họa: `);
    expect(render(buildProvinceScoreboard())).not.toMatch(/minh họa|watermark/i);
  });

  it('puts the release into the title, which browsers print on every sheet', () => {
    expect(render(buildProvinceScoreboard())).toMatch(
      /<title>.*đợt công bố r1 năm.2024 của 34 tỉnh, thành phố<\/title>/,
    );
  });

  it('says before the heading which release took its place and why, and leads there', () => {
    const newer = renderNewerNotice(
      {
        release: 'dti/province34/2024/r2',
        correction: { corrects: 'dti/province34/2024/r1', reason: corrections.reason },
      },
      'vi',
    );
    const html = publishedPage(siteOf(buildProvinceScoreboard()), '', 'vi', { newer });
    expect(html).toMatch(
      /Đợt này đã được thay bằng đợt r2\. <a href="\/releases\/dti\/province34\/2024\/r2\/">Xem đợt r2<\/a>.*<h1>/,
    );
    expect(html).toContain(
      'Lý do: Đơn vị khai nhầm số liệu về nhân lực số; đã đối chiếu với hồ sơ gốc. Loại: sai số liệu đầu vào.',
    );
    expect(render(buildProvinceScoreboard())).not.toContain('thay bằng');
  });

  it('keeps a number on the line of its word', () => {
    const html = render({ ...buildProvinceScoreboard(), period: '2026-Q3' });
    expect(html).toMatch(/<h1>[^<]*quý\u00A0III\/2026/);
    expect(html).toMatch(/class="lead">[^<]*giá\u00A0trị\u00A00,8241/);
    expect(render(buildProvinceScoreboard())).not.toContain('minh họa');
  });

  it('shows main indices alone, and claims no rank, when no total is published', () => {
    const html = render(withoutTotal(buildProvinceScoreboard()));
    expect(textOf(html)).toContain(
      'Đợt này công bố 4 chỉ số chính của 34 đơn vị, không tính giá trị chung và không xếp hạng.',
    );
    expect(html).not.toMatch(/class="rank"|Giá trị DTI|Xếp hạng|hạng \d/);
    expect(rowOf(html, 'P01-2025')).toContain('1,0000');
  });

  it('says from which release successors were derived, and ranks nobody', () => {
    const html = render(asDerived(buildProvinceScoreboard()));
    expect(textOf(html)).toContain('Giá trị tính lại từ đợt công bố r1 năm 2024 của 63 tỉnh, thành phố cho');
    expect(html).not.toMatch(/class="rank"|hạng \d/);
    expect(rowOf(html, 'P01-2025')).toContain('0,8241');
  });

  it('escapes names, whatever the registry holds', () => {
    const scoreboard = buildProvinceScoreboard();
    scoreboard.units[0]!.unit_name_vi = '<script>alert(1)</script>';
    expect(render(scoreboard)).not.toContain('<script>');
    expect(render(scoreboard)).not.toContain('</script>alert');
  });
});

describe('changes on the page', () => {
  const now = () => settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
  const renderAgainst = (before: Scoreboard, scoreboard = now()) =>
    publishedPage(
      siteOf(scoreboard, { changes: describeChanges({ now: scoreboard, before, framework, rescored: null }) }),
    );

  it('says against which release, and of each unit the places and the difference with its sign', () => {
    const scoreboard = now();
    scoreboard.units.find(({ unit_id }) => unit_id === 'P48-2025')!.scores.dti!.value = '0.7200';
    const html = renderAgainst(buildProvinceScoreboard(), settle(scoreboard));
    expect(textOf(html)).toContain('So với đợt công bố r1 năm 2024.');
    expect(textOf(rowOf(html, 'P48-2025')!)).toMatch(/Đà Nẵng tăng 4 bậc .*0,7200 \+0,0131/);
    expect(textOf(rowOf(html, 'P40-2025')!)).toMatch(/Nghệ An giảm 1 bậc .*0,7184 0,0000/);
    expect(textOf(rowOf(html, 'P01-2025')!)).toMatch(/Hà Nội không đổi/);
    expect(html.length).toBeLessThan(60_000);
  });

  it('has a word for a unit that was not ranked before, and subtracts nothing', () => {
    const row = rowOf(renderAgainst(withMissing(buildProvinceScoreboard(), 'P04-2025')), 'P04-2025')!;
    expect(textOf(row)).toContain('không so sánh được: đợt trước không xếp hạng');
    expect(row).not.toMatch(/bậc/);
  });

  it('says so when there is no comparable release, and shows no change', () => {
    const text = textOf(render(buildProvinceScoreboard()));
    expect(text).toContain('chưa có đợt công bố so sánh được');
    expect(text).not.toMatch(/bậc|không đổi/);
  });
});
