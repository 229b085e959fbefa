import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unitLabel } from '../../shared/units/unit-label.ts';
import { writeRankingReport } from '../../shared/workbook/report/ranking-report.ts';
import { inputs2024, inputsIllustrative, reportRound } from '../support/report-rounds.ts';

const year = await inputsIllustrative('province34', '2025');
const before = await reportRound(year);
const quarter = await reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: year }), before);
const bytes = await writeRankingReport(quarter.source);
const workbook = new exceljs.Workbook();
await workbook.xlsx.load(Buffer.from(bytes) as never);
const parts = unzipSync(bytes);
const { scoreboard, scores } = quarter.source;

const textsIn = (name: string): string[] => {
  const texts: string[] = [];
  workbook.getWorksheet(name)!.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts;
};
const rowOf = (sheet: exceljs.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1);

describe('the report of a round', () => {
  it('has the sheets of an official report, the data of its charts hidden and last', () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      ...['Bìa', 'Tóm tắt', 'Xếp hạng', 'Chi tiết'],
      ...['Nhận thức số', 'Thể chế số', 'Hạ tầng số', 'Nhân lực số', 'An toàn thông tin mạng'],
      ...['Hoạt động chính quyền số', 'Hoạt động kinh tế số', 'Hoạt động xã hội số'],
      ...['Trụ cột Chính quyền số', 'Trụ cột Kinh tế số', 'Trụ cột Xã hội số'],
      ...['Hình 1', 'Hình 2', 'So với đợt trước', 'Chưa nộp', 'Chỉ số', 'Phương pháp'],
      ...['Nguồn gốc', 'Nguồn gốc số liệu', 'Dữ liệu'],
    ]);
    expect(workbook.worksheets.filter(({ state }) => state !== 'visible').map(({ name }) => name)).toEqual(['Dữ liệu']);
  });

  it('opens on the cover', () => {
    expect(strFromU8(parts['xl/workbook.xml']!)).toMatch(/<workbookView [^>]*\/>/);
    expect(strFromU8(parts['xl/workbook.xml']!)).not.toMatch(/activeTab="[1-9]/);
    const selected = Object.entries(parts).filter(
      ([name, part]) => name.startsWith('xl/worksheets/sheet') && strFromU8(part).includes('tabSelected="1"'),
    );
    expect(selected.map(([name]) => name).filter((name) => name !== 'xl/worksheets/sheet1.xml')).toEqual([]);
  });

  it('is headed as Decree 30/2020 asks, number, date and name left to whoever signs, no page number on the first page', () => {
    const cover = workbook.getWorksheet('Bìa')!;
    // A merged cell repeats the text of its first.
    const texts = [...new Set(textsIn('Bìa').map((text) => text.trim()))];
    for (const text of ['BỘ KHOA HỌC VÀ CÔNG NGHỆ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'BÁO CÁO', 'Nơi nhận:'])
      expect(texts).toContain(text);
    expect(texts.some((text) => /^Số:\s+\/BC-CĐSQG$/.test(text))).toBe(true);
    expect(texts.some((text) => /^Hà Nội, ngày\s+tháng\s+năm$/.test(text))).toBe(true);
    expect(texts.filter((text) => text.startsWith('Căn cứ')).map((text) => text.at(-1))).toEqual([';', '.']);
    expect(cover.headerFooter).toMatchObject({ differentFirst: true });
    expect(cover.headerFooter.firstHeader ?? '').not.toContain('&P');
  });

  it('sums up in seven sentences, and links every sheet that follows', () => {
    const summary = workbook.getWorksheet('Tóm tắt')!;
    expect([6, 12].map((row) => summary.getCell(row, 1).value)).toEqual([1, 7]);
    expect(summary.getCell('B6').text).toBe(
      `Hà Nội dẫn đầu trong 32 đơn vị được xếp hạng quý III/2026, giá trị DTI ${scoreboard.units[0]!.scores.dti!.value.replace('.', ',')}.`,
    );
    expect(summary.getCell('B11').text).toBe('32 trong 34 đơn vị đã nộp số liệu; chưa nộp: Bắc Ninh và An Giang.');
    const links = [...strFromU8(parts['xl/worksheets/sheet2.xml']!).matchAll(/location="&apos;(.*?)&apos;!A1"/g)].map(
      ([, to]) => to,
    );
    const followed = workbook.worksheets.slice(2).filter(({ state }) => state === 'visible');
    expect(links).toEqual(followed.map(({ name }) => name));
  });

  it('names units as in law and says against which period they moved', () => {
    const sheet = workbook.getWorksheet('Xếp hạng')!;
    expect(rowOf(sheet, 6).at(-1)).toBe('Thay đổi hạng so với năm 2025');
    expect(textsIn('Xếp hạng')).toEqual(
      expect.arrayContaining(['Thành phố Huế', 'Thành phố Đồng Nai', 'Tỉnh Cao Bằng']),
    );
  });

  it('has a matrix of points for each main index, in the order of its own ranks', () => {
    const sheet = workbook.getWorksheet('Hạ tầng số')!;
    const named = new Map(scoreboard.units.map((unit) => [unitLabel(unit), unit]));
    const points = new Map(scores.indicator_points.map((row) => [`${row.unit_id} ${row.indicator}`, row.points]));
    const codes = quarter.inputs.framework.indicators.filter(
      (one) => one.assessed && one.main_index === 'infrastructure',
    );
    for (let row = 7; row < 7 + 32; row += 1) {
      const [rank, name, value, sum, max, ...cells] = rowOf(sheet, row) as (number | string)[];
      const unit = named.get(`${name}`)!;
      const score = unit.scores.infrastructure!;
      expect([rank, value, sum, max]).toEqual([
        score.rank,
        Number(score.value),
        Number(score.points),
        Number(score.max_points),
      ]);
      expect(cells.map((cell) => (typeof cell === 'number' ? cell : null))).toEqual(
        codes.map(({ indicator }) => {
          const own = points.get(`${unit.unit_id} ${indicator}`);
          return own == null ? null : Number(own);
        }),
      );
    }
  });

  it('draws from the hidden sheet what is published, in ranges that hold it', () => {
    const data = workbook.getWorksheet('Dữ liệu')!;
    for (const number of [1, 2]) {
      const chart = strFromU8(parts[`xl/charts/chart${number}.xml`]!);
      const [, range] = /<c:val><c:numRef><c:f>&apos;Dữ liệu&apos;!([^<]*)<\/c:f>/.exec(chart)!;
      const [from, to] = range!.replaceAll('$', '').split(':') as [string, string];
      const [column, first, last] = [
        from.replace(/\d/g, ''),
        Number(from.replace(/\D/g, '')),
        Number(to.replace(/\D/g, '')),
      ];
      const cells = Array.from(
        { length: last - first + 1 },
        (_, n) => `${data.getCell(`${column}${first + n}`).value}`,
      );
      const cached = [...chart.split('<c:val>')[1]!.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => text);
      expect(cells).toEqual(cached);
      expect(data.getCell(`${column}${last + 1}`).value).toBeNull();
    }
    const ranked = scoreboard.units.flatMap(({ scores: own }) => (own.dti ? [Number(own.dti.value)] : []));
    expect(ranked.map((_, n) => data.getCell(4 + n, 2).value)).toEqual(ranked);
  });

  it('traces every declared figure to file, sheet and cell', () => {
    const sheet = workbook.getWorksheet('Nguồn gốc số liệu')!;
    const rows = Array.from({ length: sheet.rowCount - 6 }, (_, n) => rowOf(sheet, 7 + n) as string[]);
    expect(rows).toHaveLength(quarter.inputs.observations.length);
    const told = new Set(rows.map((row) => [row[0], row[5], row[6]].join(' ')));
    const names = new Map(scoreboard.units.map((unit) => [unit.unit_id, unitLabel(unit)]));
    for (const { unit_id, sheet: of, cell, submission_sha256 } of quarter.inputs.observations)
      expect(told).toContain(`${names.get(unit_id)} ${of}, ${cell} ${submission_sha256}`);
  });

  it('prints every sheet that is seen to the width of A4', () => {
    for (const { state, pageSetup } of workbook.worksheets)
      if (state === 'visible') expect([pageSetup.paperSize, pageSetup.fitToWidth]).toEqual([9, 1]);
  });
});

describe('the report of a round that nobody can be compared with', () => {
  it('says so, and has one figure', async () => {
    const first = await reportRound(await inputs2024('province34'));
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(await writeRankingReport(first.source)) as never);
    expect(book.worksheets.map(({ name }) => name).filter((name) => /^(Hình|So với)/.test(name))).toEqual(['Hình 1']);
    expect(book.getWorksheet('Tóm tắt')!.getCell('B10').text).toBe(
      'Về thay đổi thứ hạng: chưa có đợt công bố so sánh được.',
    );
    expect(book.getWorksheet('Tóm tắt')!.getCell('B12').text).toBe('Báo cáo không có số liệu minh họa.');
  });
});
