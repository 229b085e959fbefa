import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appraisalLayout } from '../../../../shared/submission/appraisal/appraisal-layout.ts';
import { specifyAppraisal } from '../../../../shared/workbook/appraisal/appraisal-spec.ts';
import { writeAppraisal } from '../../../../shared/workbook/appraisal/write-appraisal.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { caobang, documentOf, hanoi, issued, recordOf, roundOf } from '../../../support/appraisals.ts';
import { signingKey } from '../../../support/forms.ts';

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

const round = roundOf([documentOf(hanoi, 'a'), documentOf(caobang, 'b', { 'plan/answer': '0' })], {
  records: [recordOf(), recordOf({ unit_id: caobang, submission_sha256: 'e'.repeat(64) })],
  lastFile: 1,
});
const bytes = await issued(round);
const book = await load(bytes);
const sheet = book.getWorksheet('Thẩm định')!;
const texts = (row: number) =>
  Array.from(sheet.getRow(row).values as ExcelJS.CellValue[], (value) => value ?? '').slice(1);

describe('writeAppraisal', () => {
  it('has a guide, the rows and a sheet that no menu can unhide', () =>
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Hướng dẫn', 'visible'],
      ['Thẩm định', 'visible'],
      ['dti_meta', 'veryHidden'],
    ]));

  it('shows beside each other what was declared, by what evidence, and what it earns', () => {
    expect(texts(7)).toEqual([
      ...['unit_id', 'unit', 'indicator', 'name', 'max_points', 'figures', 'evidence', 'self_points'],
      ...['appraised_points', 'reason'],
    ]);
    expect(texts(8).slice(0, 8)).toEqual([
      ...[hanoi, 'Hà Nội', 'plan', 'Chỉ số plan', 20.5, 'Trả lời: Có', 'QĐ 12/QĐ-UBND', 20.5],
    ]);
    expect(texts(9).slice(4, 8)).toEqual([33.25, 'Tử số (a): 7; Mẫu số (b): 9', '', 28.7346]);
    expect(texts(10).slice(5, 8)).toEqual(['Giá trị: 50%', '', 20]);
  });

  it('says of what was not answered that it was not, never that it was zero', () => {
    expect(texts(11).slice(5, 8)).toEqual(['Trả lời: Không', 'QĐ 12/QĐ-UBND', 0]);
    expect(texts(12).slice(5, 8)).toEqual(['Không kê khai', '', 0]);
    expect(sheet.rowCount).toBe(13);
  });

  it('is filled with the decisions that hold, not with those about figures since corrected', () => {
    expect(texts(8).slice(8)).toEqual([10.25, 'Kế hoạch ban hành muộn']);
    expect([sheet.getCell('I11').value, sheet.getCell('J11').value]).toEqual([null, null]);
  });

  it('locks everything but points and reason, and leaves the filter usable', () => {
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      }),
    );
    expect(open).toEqual([8, 9, 10, 11, 12, 13].flatMap((row) => [`I${row}`, `J${row}`]));
    const { sheetProtection } = sheet as unknown as { sheetProtection: object };
    expect(sheetProtection).toMatchObject({ sheet: true, autoFilter: true });
    expect(sheet.autoFilter).toBe('A7:J13');
  });

  it('holds points to the maximum of their own row while they are typed', () => {
    // exceljs reads a reference back as a number, so the file itself is asked.
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!);
    expect(xml).toMatch(/<dataValidation type="decimal" [^>]*sqref="I8:I13"><formula1>0<.formula1><formula2>\$E8</);
  });

  it('is let in again by the guard where every cell of the longest one is filled', async () => {
    const spec = specifyAppraisal(round, { group_name_vi: '34 tỉnh', unitId: undefined }, signingKey);
    const answers = Array.from({ length: appraisalLayout.maxRows }, () => spec.answers[0]!);
    expect((await openWorkbook(await writeAppraisal({ ...spec, answers }))).findings).toEqual([]);
  });

  it('prints on A4 across with its header on every page', () =>
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '6:7' }));

  it('says of an illustrative framework that it is one', async () => {
    const marked = roundOf();
    const framework = { ...marked.framework, illustrative: true };
    const data = (await load(await issued({ ...marked, framework }))).getWorksheet('Thẩm định')!;
    expect(data.getCell('A5').text).toContain('minh họa');
    expect(data.headerFooter.oddHeader).toContain('MINH HỌA');
  });

  it('holds the rows of one unit when asked for one', async () => {
    const spec = specifyAppraisal(round, { group_name_vi: 'Nhóm', unitId: caobang }, signingKey);
    const data = (await load(await writeAppraisal(spec))).getWorksheet('Thẩm định')!;
    expect([data.rowCount, data.getCell('A8').value]).toEqual([10, caobang]);
  });

  it('writes evidence that looks like a formula as text', async () => {
    const [first, ...rest] = documentOf(hanoi, 'a').observations;
    const observations = [{ ...first!, evidence: '=HYPERLINK("http://a.vn")' }, ...rest];
    const data = (await load(await issued(roundOf([{ ...documentOf(hanoi, 'a'), observations }])))).getWorksheet(
      'Thẩm định',
    )!;
    expect(data.getCell('G8').type).toBe(ExcelJS.ValueType.String);
  });

  it('is the same bytes for the same round', async () => {
    expect(Buffer.from(await issued(round)).equals(bytes)).toBe(true);
  });
});
