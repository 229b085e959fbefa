import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { appraisalLayout } from '../../../../shared/submission/appraisal/appraisal-layout.ts';
import { specifyAppraisal } from '../../../../shared/workbook/appraisal/appraisal-spec.ts';
import { writeAppraisal } from '../../../../shared/workbook/appraisal/write-appraisal.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { caobang, decisionOf, documentOf, hanoi, issued, roundOf } from '../../../support/appraisals.ts';
import { signingKey } from '../../../support/forms.ts';

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

const answered = { text_vi: 'Kế hoạch ban hành đúng hạn', evidence_vi: 'QĐ 9/QĐ-UBND', at: '2025-02-02T00:00:00.000Z' };
const round = roundOf([documentOf(hanoi, 'a'), documentOf(caobang, 'b', { 'plan/answer': '0' })], {
  [hanoi]: {
    decisions: [decisionOf()],
    feedback: {
      plan: { ...answered, figures_sha256: 'a'.repeat(64) },
      online: { ...answered, evidence_vi: null, figures_sha256: 'e'.repeat(64) },
    },
  },
  [caobang]: { decisions: [decisionOf({ figures_sha256: 'e'.repeat(64) })] },
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
      ...['appraised_points', 'reason', 'feedback'],
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
    expect(texts(8).slice(8, 10)).toEqual([10.25, 'Kế hoạch ban hành muộn']);
    expect([sheet.getCell('I11').value, sheet.getCell('J11').value]).toEqual([null, null]);
  });

  it('shows beside the row what the unit answered, and that it was about figures since corrected', () => {
    expect(sheet.getCell('K8').value).toBe('Kế hoạch ban hành đúng hạn\nMinh chứng: QĐ 9/QĐ-UBND');
    expect(sheet.getCell('K9').value).toBe('(Về số liệu nộp trước) Kế hoạch ban hành đúng hạn');
    expect(sheet.getCell('K10').value).toBe(null);
  });

  it('holds only indicators of the bodies it is issued for', async () => {
    const own = round.answers.map((answer) => ({
      ...answer,
      indicator: { ...answer.indicator, ...(answer.indicator.indicator === 'plan' && { verified_by_vi: 'Sở Nội vụ' }) },
    }));
    const spec = specifyAppraisal(
      { ...round, answers: own },
      { group_name_vi: 'Nhóm', bodies: ['provincial-home-affairs'] },
      signingKey,
    );
    expect(spec.rows.map(({ answer }) => `${answer.unit_id} ${answer.indicator.indicator}`)).toEqual([
      `${hanoi} plan`,
      `${caobang} plan`,
    ]);
    expect((await load(await writeAppraisal(spec))).getWorksheet('Hướng dẫn')!.getCell('A3').text).toContain(
      'Sở Nội vụ',
    );
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
    expect(sheet.autoFilter).toBe('A7:K13');
  });

  it('holds points to the maximum of their own row while they are typed', () => {
    // exceljs reads a reference back as a number, so the file itself is asked.
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!);
    expect(xml).toMatch(/<dataValidation type="decimal" [^>]*sqref="I8:I13"><formula1>0<.formula1><formula2>\$E8</);
  });

  it('is let in again by the guard where every cell of the longest one is filled', async () => {
    const spec = specifyAppraisal(round, { group_name_vi: '34 tỉnh', unitId: undefined }, signingKey);
    const rows = Array.from({ length: appraisalLayout.maxRows }, () => spec.rows[0]!);
    expect((await openWorkbook(await writeAppraisal({ ...spec, rows }))).findings).toEqual([]);
  });

  it('prints on A4 across with its header on every page, and a footer whose size no digit of the text adds to', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '6:7' });
    expect(sheet.headerFooter.oddFooter).toContain('&9 34 tỉnh, thành phố');
  });

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
