import { createHash } from 'node:crypto';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import type { Changes } from '../../../../shared/release/changes/changes.ts';
import { describeChanges } from '../../../../shared/release/changes/describe-changes.ts';
import type { ReportSource } from '../../../../shared/release/report-source.ts';
import type { Scoreboard } from '../../../../shared/scoring/scoreboard.ts';
import { writeRankingReport } from '../../../../shared/workbook/report/ranking-report.ts';
import { corrections } from '../../../support/corrections.ts';
import {
  asDerived,
  asIllustrative,
  buildProvinceScoreboard,
  settle,
  withAnswered,
  withMissing,
  withoutTotal,
  withTie,
} from '../../../support/scoreboard-builder.ts';

const framework = await loadFramework('dti-province-405');

/** Of a release whose inputs are not at hand, as one that was derived for successors. */
const sourceOf = (source: Partial<ReportSource>): ReportSource => ({
  scoreboard: buildProvinceScoreboard(),
  scores: { indicator_points: [], measure_scores: [], averages: [] },
  ...{ inputs: null, changes: null, corrections: null },
  ...source,
});

async function reopen(scoreboard: Scoreboard, changes: Changes | null = null): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(await writeRankingReport(sourceOf({ scoreboard, changes }))) as never);
  return workbook;
}

/** Read by several tests, changed by none. */
const published = reopen(buildProvinceScoreboard());

const names = (workbook: exceljs.Workbook) => workbook.worksheets.map(({ name }) => name);
const rowOf = (sheet: exceljs.Worksheet, row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
const textOf = (sheet: exceljs.Worksheet) => {
  const texts: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
};
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('corrections in the report', () => {
  it('stand on a sheet of their own with reason, before, after and cause, and nowhere in a first release', async () => {
    const workbook = new exceljs.Workbook();
    const bytes = await writeRankingReport(sourceOf({ corrections }));
    await workbook.xlsx.load(Buffer.from(bytes) as never);
    const sheet = workbook.getWorksheet('Đính chính')!;
    expect(sheet.getCell('A1').text).toBe('Xếp hạng chuyển đổi số năm 2024: đính chính so với đợt r1');
    expect(sheet.getCell('A5').text).toContain('Lý do: Đơn vị khai nhầm số liệu về nhân lực số');
    expect(rowOf(sheet, 7)).toEqual([
      'Trung bình',
      'Chỉ số chuyển đổi số (DTI)',
      0.7011,
      0.7005,
      '',
      '',
      'do giá trị của các đơn vị',
    ]);
    expect(rowOf(sheet, 8)).toEqual([
      'Hà Nội',
      'Nhân lực số (số liệu kê khai)',
      '90,21%',
      '92,86%',
      '',
      '',
      'nội dung được sửa',
    ]);
    expect(rowOf(sheet, 10)).toEqual([
      ...['Hà Nội', 'Chỉ số chuyển đổi số (DTI)', 0.7811, 0.8241, 3, 1],
      'do số liệu của chính đơn vị và kết quả thẩm định',
    ]);
    expect(names(await published)).not.toContain('Đính chính');
  });
});

describe('writeRankingReport', () => {
  it('holds rank, unit, total and pillars as numbers that equal the published text', async () => {
    const scoreboard = buildProvinceScoreboard();
    const sheet = (await published).getWorksheet('Xếp hạng')!;
    expect(rowOf(sheet, 6)).toEqual([
      ...['Thứ hạng', 'Đơn vị', 'Giá trị DTI'],
      ...['Trụ cột chính quyền số', 'Trụ cột kinh tế số', 'Trụ cột xã hội số'],
    ]);
    expect(rowOf(sheet, 7)).toEqual([1, 'Thành phố Hà Nội', 0.8241, 0.8032, 0.9145, 0.886]);
    for (const [index, unit] of scoreboard.units.entries()) {
      const cell = sheet.getCell(7 + index, 3);
      expect((cell.value as number).toFixed(4)).toBe(unit.scores.dti!.value);
      expect(cell.numFmt).toBe('[$-42A]0.0000');
    }
  });

  it('writes into the file the digits that were published, no float tail', async () => {
    const parts = unzipSync(await writeRankingReport(sourceOf({})));
    const xml = strFromU8(parts['xl/worksheets/sheet3.xml']!);
    const numbers = [...xml.matchAll(/<c r="C(?:7|8|9)"[^>]*><v>([^<]*)<\/v>/g)].map(([, number]) => number);
    expect(numbers).toEqual(['0.8241', '0.7951', '0.7857']);
  });

  it('lists all main indices with their ranks and closes with the averages', async () => {
    const sheet = (await published).getWorksheet('Chi tiết')!;
    const header = rowOf(sheet, 6);
    expect(header.slice(3, 7)).toEqual(['(1) Nhận thức số', 'Hạng (1)', '(2) Thể chế số', 'Hạng (2)']);
    expect(new Set(header).size).toBe(19);
    expect(rowOf(sheet, 7).slice(-2)).toEqual([0.8127, 1]);
    expect(rowOf(sheet, 41).slice(1, 4)).toEqual(['Trung bình 34 đơn vị', 0.7005, 0.9657]);
  });

  it('says on its first lines what it is: title in A1, group and number, release, framework', async () => {
    const sheet = (await published).getWorksheet('Xếp hạng')!;
    expect(sheet.getCell('A1').text).toBe('Xếp hạng chuyển đổi số năm 2024');
    expect(sheet.getCell('A2').text).toBe('34 tỉnh, thành phố (từ 01/7/2025): 34 đơn vị, 34 được xếp hạng');
    expect(sheet.getCell('A3').text).toMatch(
      /^Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố, số liệu đến ngày 31\/12\/2024\. .*405\/QĐ-BKHCN/,
    );
  });

  it('prints on one portrait page of A4 with repeated titles, page number and release, and filters on screen', async () => {
    const sheet = (await published).getWorksheet('Xếp hạng')!;
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToWidth: 1,
      fitToHeight: 1,
      printTitlesRow: '6:6',
    });
    expect(sheet.headerFooter.oddHeader).toContain('&P');
    expect(sheet.headerFooter.oddFooter).toMatch(
      /Đợt công bố r1 năm 2024 của 34 tỉnh, thành phố · số liệu đến ngày 31\/12\/2024&R.*0123456789ab$/,
    );
    expect(sheet.autoFilter).toBe('A6:F40');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 6 });
  });

  it('prints the whole table and nothing else, wherever the cursor stands', async () => {
    const parts = unzipSync(await writeRankingReport(sourceOf({})));
    const xml = strFromU8(parts['xl/workbook.xml']!);
    expect(xml).toContain('&apos;Xếp hạng&apos;!$A$1:$F$41</definedName>');
  });

  it('draws data bars on the total alone, between 0 and 1, so that two releases can be compared', async () => {
    const sheet = (await published).getWorksheet('Xếp hạng')!;
    const formats = (sheet as unknown as { conditionalFormattings: exceljs.ConditionalFormattingOptions[] })
      .conditionalFormattings;
    expect(formats.map(({ ref }) => ref)).toEqual(['C7:C40']);
    expect(formats[0]!.rules[0]).toMatchObject({
      type: 'dataBar',
      cfvo: [
        { type: 'num', value: 0 },
        { type: 'num', value: 1 },
      ],
    });
  });

  it('gives the same bytes again and under another time zone, because the manifest names them by hash', async () => {
    const bytes = await writeRankingReport(sourceOf({ scoreboard: asIllustrative(buildProvinceScoreboard()) }));
    expect(hash(await writeRankingReport(sourceOf({ scoreboard: asIllustrative(buildProvinceScoreboard()) })))).toBe(
      hash(bytes),
    );
    for (const [zone, offsetMinutes] of [
      ['Asia/Ho_Chi_Minh', -420],
      ['America/Los_Angeles', 480],
    ] as const) {
      vi.stubEnv('TZ', zone);
      expect(new Date('2024-12-31T00:00:00Z').getTimezoneOffset()).toBe(offsetMinutes);
      expect(hash(await writeRankingReport(sourceOf({ scoreboard: asIllustrative(buildProvinceScoreboard()) })))).toBe(
        hash(bytes),
      );
    }
  });

  it('repeats a shared rank and skips the next', async () => {
    const sheet = (await reopen(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'))).getWorksheet('Xếp hạng')!;
    expect([7, 8, 9, 10].map((row) => sheet.getCell(row, 1).value)).toEqual([1, 2, 2, 4]);
  });

  it('tells in the cell of a rank how much was answered, and keeps the rank a number to sort and compute with', async () => {
    const counts = { dti: [41, 47], workforce: [0, 6], security: [4, 5] } as const;
    const workbook = await reopen(
      withAnswered(buildProvinceScoreboard(), 'P31-2025', structuredClone(counts) as never),
    );
    const [ranking, details] = [workbook.getWorksheet('Xếp hạng')!, workbook.getWorksheet('Chi tiết')!];
    expect([ranking.getCell('A9').value, ranking.getCell('A9').numFmt]).toEqual([3, '0" (41/47)"']);
    expect(ranking.getCell('A8').numFmt).toBe('0');
    expect(details.getCell('K9').value).toBe('– (0/6)');
    expect([details.getCell('M9').value, details.getCell('M9').numFmt]).toEqual([28, '0" (4/5)"']);
    for (const sheet of [ranking, details])
      expect(sheet.getCell('A5').text).toContain('(3/6) sau thứ hạng: đơn vị trả lời 3 trong 6');
    expect(ranking.getColumn(1).width).toBeGreaterThan('34 (41/47)'.length);
    expect((await published).getWorksheet('Xếp hạng')!.getCell('A5').text).not.toContain('trả lời');
  });

  it('says which averages are of fewer units, and of how many each is on the sheet of measures', async () => {
    const scoreboard = buildProvinceScoreboard();
    delete scoreboard.units[0]!.scores.security;
    const workbook = await reopen(settle(scoreboard));
    const note = workbook.getWorksheet('Chi tiết')!.getCell('A5').text;
    expect(note).toContain('Số đơn vị trong giá trị trung bình ít hơn: An toàn thông tin mạng 33.');
    const counts = [7, 12].map((row) => workbook.getWorksheet('Chỉ số')!.getCell(row, 6).value);
    expect(counts).toEqual([34, 33]);
  });

  it('marks a unit that did not submit with a code, explains the code, and lists it on a sheet of its own', async () => {
    const workbook = await reopen(withMissing(buildProvinceScoreboard(), 'P01-2025'));
    const sheet = workbook.getWorksheet('Xếp hạng')!;
    expect(rowOf(sheet, 40).slice(0, 5)).toEqual(['[x]', 'Thành phố Hà Nội', '[x]', '[x]', '[x]']);
    expect(sheet.getCell('A5').text).toContain('[x] chưa nộp số liệu');
    expect(rowOf(workbook.getWorksheet('Chưa nộp')!, 7)).toEqual(['1', 'P01-2025', 'Hà Nội', 'Chưa nộp số liệu']);
    expect(names(await published)).not.toContain('Chưa nộp');
  });

  it('traces every unit to the hash of its submission, and the release to its inputs and framework', async () => {
    const scoreboard = buildProvinceScoreboard();
    const text = textOf((await published).getWorksheet('Nguồn gốc')!);
    for (const unit of scoreboard.units) expect(text).toContain(unit.submission_sha256!);
    for (const fact of [scoreboard.inputs_sha256, scoreboard.framework.sha256, scoreboard.release])
      expect(text).toContain(fact);
  });

  it('has neither rank nor total when none is published', async () => {
    const workbook = await reopen(withoutTotal(buildProvinceScoreboard()));
    const indices = ['Nhận thức số', 'Thể chế số', 'Hạ tầng số', 'Nhân lực số'];
    expect(names(workbook)).toEqual(['Bìa', 'Tóm tắt', 'Kết quả', ...indices, 'Chỉ số', 'Phương pháp', 'Nguồn gốc']);
    const sheet = workbook.getWorksheet('Kết quả')!;
    expect(rowOf(sheet, 6)).toEqual([
      'Đơn vị',
      '(1) Nhận thức số',
      '(2) Thể chế số',
      '(3) Hạ tầng số',
      '(4) Nhân lực số',
    ]);
    expect(rowOf(sheet, 7)).toEqual(['Hà Nội', 1, 1, 0.9286, 0.9]);
    expect(sheet.getCell('A5').text).toContain('không công bố giá trị DTI và thứ hạng');
  });

  it('says from which release successors were derived, and ranks nobody', async () => {
    const workbook = await reopen(asDerived(buildProvinceScoreboard()));
    const results = workbook.getWorksheet('Kết quả')!;
    expect(results.getCell('A4').text).toContain('từ đợt công bố r1 năm 2024 của 63 tỉnh, thành phố cho');
    expect(rowOf(results, 6).filter((text) => /hạng/i.test(`${text}`))).toEqual([]);
  });

  it('says on every sheet and every printed page that figures are illustrative', async () => {
    const [cover, ...sheets] = (await reopen(asIllustrative(buildProvinceScoreboard()))).worksheets;
    expect(textOf(cover!)).toContain('Số liệu minh họa, không phải kết quả chính thức');
    for (const sheet of sheets.filter(({ state }) => state === 'visible')) {
      expect(sheet.getCell('A4').text).toContain('Số liệu minh họa, không phải kết quả chính thức');
      expect(sheet.headerFooter.oddHeader).toContain('SỐ LIỆU MINH HỌA');
    }
  });

  it('never says the name of the city that bears a person’s without its title, in sheets or charts', async () => {
    const now = settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
    const changes = describeChanges({ now, before: buildProvinceScoreboard(), framework, rescored: null });
    const bytes = await writeRankingReport(sourceOf({ scoreboard: now, changes, corrections }));
    const texts = Object.entries(unzipSync(bytes)).flatMap(([path, part]) =>
      /sharedStrings|charts\/chart|drawings\/drawing/.test(path) ? [strFromU8(part)] : [],
    );
    // Of what a unit was formed: names of the law of their day, in one list.
    const own = texts.join('\n').replaceAll('Bà Rịa - Vũng Tàu và Hồ Chí Minh', '');
    expect(own.match(/TP\. Hồ Chí Minh/g)!.length).toBeGreaterThan(2);
    expect(own.match(/.{0,30}(?<!TP\. |Thành phố )Hồ Chí Minh/g)).toBeNull();
  });

  it('keeps a name that looks like a formula as text', async () => {
    const scoreboard = buildProvinceScoreboard();
    scoreboard.units[0]!.unit_name_vi = '=HYPERLINK("http://x","y")';
    const parts = unzipSync(await writeRankingReport(sourceOf({ scoreboard })));
    for (const [name, bytes] of Object.entries(parts)) {
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(bytes)).not.toContain('<f>');
    }
    expect((await reopen(scoreboard)).getWorksheet('Xếp hạng')!.getCell('B7').value).toBe('=HYPERLINK("http://x","y")');
  });

  describe('the sheet of changes', () => {
    const now = () => settle({ ...buildProvinceScoreboard(), period: '2025', release: 'dti/province34/2025/r1' });
    const sheetAgainst = async (before: Scoreboard, scoreboard = now()) => {
      const changes = describeChanges({ now: scoreboard, before, framework, rescored: null });
      return (await reopen(scoreboard, changes)).getWorksheet('So với đợt trước')!;
    };

    it('is not there when the release is compared with none', async () => {
      expect(names(await published)).not.toContain('So với đợt trước');
    });

    it('names the release, says the period in every column of it, and shows places by an arrow of the format', async () => {
      const scoreboard = now();
      scoreboard.units.find(({ unit_id }) => unit_id === 'P48-2025')!.scores.dti!.value = '0.7200';
      const sheet = await sheetAgainst(buildProvinceScoreboard(), settle(scoreboard));
      expect(sheet.getCell('A5').text).toContain('So với đợt công bố r1 năm 2024.');
      expect(rowOf(sheet, 6)).toEqual([
        ...['Thứ hạng', 'Đơn vị', 'Giá trị DTI', 'DTI năm 2024', 'Thay đổi DTI so với năm 2024'],
        ...['Hạng năm 2024', 'Thay đổi hạng so với năm 2024'],
        ...['do đơn vị', 'do đơn vị khác', 'do phương pháp', 'do sắp xếp', 'Ghi chú'],
      ]);
      expect(rowOf(sheet, 19)).toEqual([13, 'Đà Nẵng', 0.72, 0.7069, 0.0131, 17, 4, 4, 0, 0, 0, '']);
      expect(sheet.getCell('G19').numFmt).toBe('"▲ "0;"▼ "0;"–"');
      expect(rowOf(sheet, 20).slice(5, 11)).toEqual([13, -1, 0, -1, 0, 0]);
      expect(rowOf(sheet, 41).slice(1, 5)).toEqual(['Trung bình 34 đơn vị', 0.7009, 0.7005, 0.0004]);
    });

    it('has a code and a reason where nothing can be compared, never a zero', async () => {
      const sheet = await sheetAgainst(withMissing(buildProvinceScoreboard(), 'P01-2025'));
      expect(rowOf(sheet, 7).slice(3)).toEqual([
        ...Array(8).fill('[s]'),
        'không so sánh được: đợt trước không xếp hạng',
      ]);
      expect(sheet.getRow(7).height).toBeLessThan(35);
      expect(sheet.getCell('A5').text).toContain('[s] không so sánh được');
      expect(sheet.getCell('A5').text).toContain('trung bình đợt trước tính trên 33 đơn vị, đợt này 34 đơn vị');
    });
  });
});
