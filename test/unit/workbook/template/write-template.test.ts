import { execFileSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { editWorkbook, filled, formOf, frameworkOf, indicatorOf } from '../../../support/forms.ts';

const whole = { input: 'count', decimals: 0, minimum: '0', maximum: null };
const framework = frameworkOf([
  indicatorOf('awareness'),
  indicatorOf('institutions'),
  indicatorOf('meetings', { rule: 'count_tiers', inputs: [whole], main_index: 'awareness', evidence_required: true }),
  indicatorOf('plan', { rule: 'yes_no', inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }] }),
  indicatorOf('later', { assessed: false }),
]);
const source_vi = 'Đợt công bố dti/province34/2023/r1, ngày 21/10/2024';
const values = [
  filled('awareness', '0.9286', { evidence: 'CV 12', note: 'đã rà soát', source_vi }),
  filled('institutions', 'chưa có'),
  { indicator: 'plan', input: 'answer', value: '1' },
];

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

const form = formOf(framework, values);
const book = await load(await writeTemplate({ ...form, deadline: '2025-03-31' }));
const sheet = book.getWorksheet('Số liệu')!;
const texts = (row: number) => (sheet.getRow(row).values as ExcelJS.CellValue[]).slice(1).map((value) => value ?? '');

describe('writeTemplate', () => {
  it('has a guide, the data and a sheet that no menu can unhide', () =>
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Hướng dẫn', 'visible'],
      ['Số liệu', 'visible'],
      ['dti_meta', 'veryHidden'],
    ]));

  it('is headed by main indices with their points, and says of each indicator what is asked and for how many points', () => {
    expect(texts(7)).toEqual([
      ...['position', 'number', 'name', 'declare', 'unit_of_measure', 'max_points', 'last_source', 'last_value'],
      ...['value', 'evidence', 'note', 'key'],
    ]);
    expect(sheet.getRow(7).hidden).toBe(true);
    expect(['B8', 'C8', 'F8'].map((cell) => sheet.getCell(cell).text)).toEqual(['1', 'Chỉ số awareness', '200']);
    expect(texts(10).slice(0, 2)).toEqual(['2', '1.2']);
    expect(sheet.getCell('C10').text).toBe('Chỉ số meetings\nKèm tài liệu kiểm chứng');
    expect(texts(10).slice(3, 6)).toEqual(['Số nguyên', 'Giá trị 0–1', 100]);
    expect(sheet.getCell('L10').text).toBe('meetings/count');
  });

  it('names an indicator once and its inputs below it by letters, a main index that is its only indicator not twice', async () => {
    const inputs = ['numerator', 'denominator'].map((input) => ({ ...whole, input }));
    const rate = indicatorOf('rate', { rule: 'ratio', main_index: 'awareness', inputs });
    const framed = frameworkOf([indicatorOf('awareness'), rate, indicatorOf('plan')]);
    const data = (await load(await writeTemplate(formOf(framed)))).getWorksheet('Số liệu')!;
    const shown = [8, 9, 10, 11, 12, 13].map((row) =>
      ['A', 'B', 'C', 'F'].map((at) => data.getCell(`${at}${row}`).text),
    );
    expect(shown).toEqual([
      ['', '1', 'Chỉ số awareness', '200'],
      ['1', '1.1', 'Chỉ số awareness', '100'],
      ['2', '1.2', 'Chỉ số rate', '100'],
      ['', '', '(a) Tử số', ''],
      ['', '', '(b) Mẫu số', ''],
      ['3', '2', 'Chỉ số plan', '100'],
    ]);
    expect(data.getCell('I10').protection?.locked).not.toBe(false);
  });

  it('has a place for date and signatures, open and clear of the figures', () => {
    expect(sheet.getCell('J15').text).toContain('ngày …… tháng');
    expect([sheet.getCell('C16').text, sheet.getCell('J16').text]).toEqual(['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ']);
    expect(sheet.getCell('J18').protection?.locked).toBe(false);
    expect(sheet.pageSetup.printArea).toBe('A1:K18');
  });

  it('prefills a value together with where it is from, and leaves it open to change', () => {
    expect(texts(9).slice(6, 11)).toEqual(['[1]', 0.9286, 0.9286, 'CV 12', 'đã rà soát']);
    expect(sheet.getCell('A13').text).toBe(`[1] ${source_vi}.`);
    expect(sheet.getCell('I9').protection?.locked).toBe(false);
  });

  it('writes a value that is no number as the text it is, for the check to find', () =>
    expect(sheet.getCell('I11').value).toBe('chưa có'));

  it('locks everything but the inputs', () => {
    expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({ sheet: true });
    const open: string[] = [];
    sheet.eachRow(
      (row, number) =>
        number < 13 &&
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.protection?.locked === false) open.push(cell.address);
        }),
    );
    expect(open).toEqual([9, 10, 11, 12].flatMap((row) => [`I${row}`, `J${row}`, `K${row}`]));
  });

  it('holds inputs to their bounds and lists while they are typed', () => {
    expect(sheet.getCell('I9').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 1] });
    expect(sheet.getCell('I10').dataValidation).toMatchObject({ type: 'whole' });
    expect(sheet.getCell('I12').dataValidation).toMatchObject({ type: 'list', formulae: ['dti_meta!$D$1:$D$2'] });
    const labels = [1, 2].map((row) => book.getWorksheet('dti_meta')!.getCell(row, 4).value);
    expect(labels).toEqual(['Có', 'Không']);
    expect(sheet.getCell('I12').value).toBe('Có');
  });

  it('shows every decimal that was typed, so that an error never points at a cell that looks right', () =>
    expect(sheet.getCell('I9').numFmt).toMatch(/0\.0000#+/));

  it('prints on A4 across, header repeated, header frozen on the screen', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '5:7',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 7 });
  });

  it('says for whom, for when, until when, and what is not collected', () => {
    const guide = book.getWorksheet('Hướng dẫn')!;
    const lines = guide.getColumn(1).values.join('\n');
    for (const said of ['Tỉnh Cao Bằng', 'năm 2024', '31/03/2025', '4. Chỉ số later', '1/QĐ']) {
      expect(lines).toContain(said);
    }
    expect(sheet.getCell('A1').text).toBe('TỈNH CAO BẰNG');
    expect(sheet.getCell('A3').text).toContain('Kỳ đánh giá: năm 2024 · Hạn gửi: hết ngày 31/03/2025');
  });

  it('says of an illustrative framework that it is one, on both sheets and on every page', async () => {
    const illustrative = await load(await writeTemplate(formOf({ ...framework, illustrative: true })));
    const data = illustrative.getWorksheet('Số liệu')!;
    expect(data.getCell('A4').text).toContain('minh họa, không phải kết quả chính thức');
    expect(data.headerFooter.oddHeader).toContain('MINH HỌA');
    expect(illustrative.getWorksheet('Hướng dẫn')!.getColumn(1).values.join()).toContain('minh họa');
    const note_vi = 'Số liệu minh họa, không phải phụ lục chính thức. Đọc được: tên 11 chỉ số.';
    const noted = await load(await writeTemplate(formOf({ ...framework, illustrative: true, note_vi })));
    const said = noted.getWorksheet('Hướng dẫn')!.getColumn(1).values.join();
    expect(said.match(/minh họa/g)).toHaveLength(1);
    expect(sheet.getCell('A4').text).not.toContain('minh họa');
  });

  it('carries its signed identity twice', () => {
    const pairs = [1, 2, 3].map((row) => book.getWorksheet('dti_meta')!.getCell(row, 2).value);
    expect(pairs).toEqual(['P04-2025', 'province34', '2024']);
    expect(JSON.parse(book.description)).toEqual({ ...form.identity, signature: form.signature });
  });

  it('says of each input what it is counted in, and of a percentage how many per cent', async () => {
    const rate = indicatorOf('rate', {
      unit_of_measure_vi: 'máy tính; người',
      inputs: ['numerator', 'denominator'].map((input) => ({ input, decimals: 0, minimum: '0', maximum: null })),
    });
    const framed = frameworkOf([rate, indicatorOf('share', { unit_of_measure_vi: '%' })]);
    const data = (await load(await writeTemplate(formOf(framed)))).getWorksheet('Số liệu')!;
    expect(['E9', 'E10', 'E11'].map((cell) => data.getCell(cell).text)).toEqual(['máy tính', 'người', '%']);
    expect(data.getCell('D11').text).toBe('Từ 0% đến 100%, tối đa 2 chữ số thập phân');
  });

  it('has rows in which the longest label of a list fits, for they do not grow when it is chosen', async () => {
    const label_vi = 'Phó Chủ tịch Ủy ban nhân dân tỉnh chủ trì, họp hằng tháng, có thông báo kết luận';
    const chosen = indicatorOf('lead', {
      rule: 'role_tiers',
      tiers: [{ key: 'a', points: '1', label_vi }],
      inputs: [{ input: 'choice', decimals: 0, minimum: null, maximum: null }],
    });
    const data = (await load(await writeTemplate(formOf(frameworkOf([chosen]))))).getWorksheet('Số liệu')!;
    expect(data.getRow(8).height).toBeGreaterThan(75);
  });

  it('leaves out of a prefilled text what XML cannot hold, or Excel would want to repair the form', async () => {
    const note = `Quyết định\uFFFE số\uD800 5`;
    const bytes = await writeTemplate(formOf(framework, [filled('awareness', '0.5', { note })]));
    expect((await load(bytes)).getWorksheet('Số liệu')!.getCell('K9').text).toBe('Quyết định số\uFFFD 5');
  });

  it('writes text that looks like a formula as text', async () => {
    const bytes = await writeTemplate(formOf(framework, [filled('awareness', '=1+1', { note: '@SUM(A1)' })]));
    const data = (await load(bytes)).getWorksheet('Số liệu')!;
    expect([data.getCell('I9').type, data.getCell('K9').type]).toEqual([
      ExcelJS.ValueType.String,
      ExcelJS.ValueType.String,
    ]);
  });

  it('does not push a figure of more than 15 digits through a float', async () => {
    const data = (
      await load(await writeTemplate(formOf(framework, [filled('awareness', '0.12345678901234567')])))
    ).getWorksheet('Số liệu')!;
    expect(data.getCell('I9').value).toBe('0,12345678901234567');
  });

  it('is the same bytes for the same form, whatever the clock and the time zone', async () => {
    const script = `
      import { writeTemplate } from './shared/workbook/template/write-template.ts';
      import { formOf, frameworkOf, indicatorOf } from './test/support/forms.ts';
      const bytes = await writeTemplate(formOf(frameworkOf([indicatorOf('a')])));
      process.stdout.write(Buffer.from(bytes).toString('base64'));`;
    const elsewhere = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    }).toString();
    const here = Buffer.from(await writeTemplate(formOf(frameworkOf([indicatorOf('a')])))).toString('base64');
    expect(elsewhere === here).toBe(true);
  });

  it('survives being opened and saved by another program', async () => {
    const saved = await load(await editWorkbook(await writeTemplate(form), () => undefined));
    expect(saved.getWorksheet('Số liệu')?.getCell('I9').value).toBe(0.9286);
  });
});
