import { describe, expect, it } from 'vitest';
import { embedFiles } from '../../../shared/site/embed/embed-files.ts';
import { unitLabel } from '../../../shared/units/unit-label.ts';
import { readXml } from '../../support/read-xml.ts';
import { asIllustrative, buildProvinceScoreboard, withMissing, withTie } from '../../support/scoreboard-builder.ts';

const facts = { origin: 'https://dti.example.vn', publishedOn: '2025-10-21', supersededBy: null };
const folder = '/embed/dti/province34/2024/r1';
const plain = embedFiles(buildProvinceScoreboard(), facts);
const made = embedFiles(
  withTie(withMissing(asIllustrative(buildProvinceScoreboard()), 'P04-2025'), 'P46-2025', 'P31-2025'),
  { ...facts, supersededBy: 'dti/province34/2024/r2' },
);
const everyFile = [...plain, ...made];
const isEnglish = (path: string) => path.startsWith('/embed/en/');
const inVietnamese = everyFile.filter(([path]) => !isEnglish(path));

describe('embedFiles', () => {
  it('are a page and a picture of the table and of each unit, at most 20 KB each', () => {
    expect(plain.size).toBe(2 * 2 * 35);
    expect(everyFile.filter(([, text]) => Buffer.byteLength(text) > 20 * 1024)).toEqual([]);
  });

  it('stay within 20 KB for the largest group, and say how many are not shown', () => {
    const scoreboard = buildProvinceScoreboard();
    const names = Array.from({ length: 168 }, (_, position) => `Đặc khu Bạch Long Vĩ, tên dài thứ ${position}`);
    const units = names.map((name, position) => ({
      ...scoreboard.units[position % 34]!,
      unit_id: `C${position}`,
      unit_name_vi: name,
    }));
    const files = embedFiles({ ...scoreboard, units }, facts);
    const page = files.get(`${folder}/ranking/index.html`)!;
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(20 * 1024);
    expect(page).toContain('88 đơn vị khác: xem bảng đầy đủ');
    expect(files.get(`${folder}/ranking.svg`)).toContain('và 88 đơn vị khác');
  });

  it('name release and day, run nothing and fetch nothing', () => {
    for (const [path, text] of inVietnamese) {
      expect(text, path).toContain('Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố, ngày 21/10/2025');
      expect(text, path).toContain('https://dti.example.vn/releases/dti/province34/2024/r1/');
    }
    for (const [path, text] of everyFile) {
      expect(text, path).not.toMatch(/<script|<link rel="stylesheet|src=|url\(|@import| on\w+=/);
    }
  });

  it('say before any figure that it is made up, or that another release took its place', () => {
    const words = 'Số liệu minh họa, không phải kết quả chính thức. Đợt này đã được thay bằng đợt r2.';
    expect([...made].filter(([path, text]) => !isEnglish(path) && !text.includes(words))).toEqual([]);
    expect([...plain].filter(([, text]) => /minh họa|đã được thay/.test(text))).toEqual([]);
  });

  it('tell a tie with how many share it, and who sent nothing', () => {
    expect(made.get(`${folder}/P46-2025/index.html`)).toContain('Đồng hạng 2/33 (2 đơn vị) · giá trị 0,7857');
    expect(made.get(`${folder}/P04-2025/index.html`)).toContain('Chưa nộp số liệu');
    expect(made.get(`${folder}/ranking/index.html`)).toContain('Cao Bằng<small> (chưa nộp số liệu)</small>');
    expect(made.get(`${folder}/ranking.svg`)).toContain('Cao Bằng (chưa nộp số liệu)');
  });

  it('are pictures that are well-formed and told in words to whoever does not see them', () => {
    for (const [path, text] of everyFile.filter(([path]) => path.endsWith('.svg'))) {
      const svg = readXml(text);
      expect(svg.attributes).toMatchObject({ role: 'img', xmlns: 'http://www.w3.org/2000/svg' });
      expect(
        svg.children.slice(0, 2).map(({ name }) => name),
        path,
      ).toEqual(['title', 'desc']);
      expect(svg.children[0]!.text).not.toBe('');
    }
  });

  it('say the same in English, and lead to the English page', () => {
    const english = '/embed/en/dti/province34/2024/r1';
    const table = made.get(`${english}/ranking/index.html`)!;
    expect(table).toContain('<html lang="en">');
    expect(table).toContain('Illustrative figures, not an official result. Superseded by r2.');
    expect(table).toContain('Cao Bằng<small> (not submitted)</small>');
    expect(made.get(`${english}/P46-2025/index.html`)).toContain('Tied at 2/33 (2 units) · value 0.7857');
    for (const [path, text] of plain)
      if (isEnglish(path)) {
        expect(text, path).toContain('Release r1 of 2024, 34 provinces, 2025-10-21');
        expect(text, path).toContain('https://dti.example.vn/en/releases/dti/province34/2024/r1/');
      }
  });

  it('shows values to the last digit, as the release has them', () => {
    const table = plain.get(`${folder}/ranking/index.html`)!;
    for (const { scores, ...unit } of buildProvinceScoreboard().units) {
      const value = scores.dti!.value.replace('.', ',');
      expect(table).toContain(`<th scope="row">${unitLabel(unit)}</th><td class="value">${value}</td>`);
    }
  });
});
