import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeAnswer } from '../../../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { ratioOf } from '../../../support/figures.ts';
import {
  check,
  editWorkbook,
  filled,
  formOf,
  frameworkOf,
  indicatorOf,
  signingKey,
  told,
} from '../../../support/forms.ts';

const framework = frameworkOf([indicatorOf('a', { evidence_required: true }), ratioOf('r'), indicatorOf('z')]);
const values = [
  filled('a', '0.5'),
  { ...filled('r', '1'), input: 'numerator' },
  { ...filled('r', '2'), input: 'denominator' },
  filled('z', '0.25'),
];
const url = 'https://caobang.gov.vn/van-ban/12';

/** The filled form after an officer changed its evidence, which stands in J8 and J10:J12. */
async function sent(edit: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const form = await writeTemplate(formOf(framework, values));
  return editWorkbook(form, (book) => edit(book.getWorksheet('Số liệu')!));
}
const afterwards = async (edit: (sheet: ExcelJS.Worksheet) => void) => check(await sent(edit), framework);

const linked = (target: string, text = 'Xem tại đây') =>
  afterwards((sheet) => {
    sheet.getCell('J8').value = { text, hyperlink: target };
  });
const computed = (formula: string, result?: string) =>
  afterwards((sheet) => {
    sheet.getCell('J8').value = { formula, ...(result === undefined ? {} : { result }) } as ExcelJS.CellValue;
  });

describe('a link of an evidence cell', () => {
  it('keeps its address beside the text, which stays as it was', async () => {
    const checked = await linked(url, 'Quyết định số 12/QĐ-UBND');
    expect(told(checked)).toEqual([]);
    expect(checked.observations[0]).toMatchObject({
      evidence: 'Quyết định số 12/QĐ-UBND',
      evidence_records: [{ number: '12/QĐ-UBND', title: 'Quyết định', address: url }],
    });
  });

  it('is evidence by itself, where the text says nothing', async () => {
    const checked = await linked(url, 'x');
    expect(told(checked)).toEqual([]);
    expect(checked.observations[0]).toMatchObject({ evidence: 'x', evidence_records: [{ address: url }] });
  });

  it('is told once when it is the address that was typed', async () => {
    const checked = await linked('https://caobang.gov.vn/', 'https://caobang.gov.vn');
    expect(checked.observations[0]!.evidence_records).toEqual([{ address: 'https://caobang.gov.vn' }]);
  });

  it.each([
    'javascript:alert(1)',
    'file:///C:/Users/an/qd.docx',
    '\\\\may-chu\\chung\\qd.pdf',
    'mailto:an@a.vn',
    '#Sheet2!A1',
  ])('is dropped and told when it is %j', async (target) => {
    const checked = await linked(target, 'QĐ 12');
    expect(told(checked)).toEqual(['EVIDENCE_LINK_DROPPED@J8']);
    expect(checked.observations[0]!.evidence_records).toEqual([{ title: 'QĐ 12' }]);
  });

  it('is read out of HYPERLINK(), also where no value was saved with it', async () => {
    const shown = await computed(`HYPERLINK("${url}","QĐ 12")`, 'QĐ 12');
    expect(told(shown)).toEqual([]);
    expect(shown.observations[0]).toMatchObject({
      evidence: 'QĐ 12',
      evidence_records: [{ title: 'QĐ 12', address: url }],
    });
    const bare = await computed(`HYPERLINK("${url}")`);
    expect(told(bare)).toEqual([]);
    expect(bare.observations[0]).toMatchObject({ evidence: url, evidence_records: [{ address: url }] });
  });

  it('is dropped and told when HYPERLINK() computes it, or leads elsewhere', async () => {
    const dropped = ['FORMULA_USED@J8', 'EVIDENCE_LINK_DROPPED@J8'].sort();
    expect(told(await computed('HYPERLINK(A1&"x","QĐ 12")', 'QĐ 12')).sort()).toEqual(dropped);
    expect(told(await computed('HYPERLINK("[qd.xlsx]S!A1","QĐ 12")', 'QĐ 12')).sort()).toEqual(dropped);
  });
});

describe('evidence merged over rows', () => {
  it('of one indicator is one evidence for all of them', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getCell('J8').value = 'QĐ 1';
      sheet.getCell('J10').value = { text: 'QĐ 12', hyperlink: url };
      sheet.mergeCells('J10:J11');
    });
    expect(told(checked)).toEqual([]);
    const records = [{ title: 'QĐ 12', address: url }];
    expect(
      checked.observations.map(({ evidence, evidence_records, cell }) => [cell, evidence, evidence_records]),
    ).toEqual([
      ['I8', 'QĐ 1', [{ title: 'QĐ 1' }]],
      ['I10', 'QĐ 12', records],
      ['I11', 'QĐ 12', records],
      ['I12', null, undefined],
    ]);
  });

  it('of two indicators, or over two columns, is refused as before', async () => {
    const merged = (range: string) =>
      afterwards((sheet) => {
        sheet.getCell('J8').value = 'QĐ 1';
        sheet.mergeCells(range);
      });
    expect(told(await merged('J11:J12'))).toEqual(['CELL_MERGED@J11']);
    expect(told(await merged('J10:K11'))).toEqual(['CELL_MERGED@J10']);
  });

  it('is told of once, at the cell where it stands', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getCell('J8').value = 'QĐ 1';
      sheet.getCell('J10').value = { text: 'không có', hyperlink: 'javascript:alert(1)' };
      sheet.mergeCells('J10:J11');
    });
    expect(told(checked).sort()).toEqual(['EVIDENCE_EMPTY_WORDS@J10', 'EVIDENCE_LINK_DROPPED@J10']);
  });
});

describe('an answer to such cells', () => {
  it('holds the addresses as text, no link that could be followed, and is read as the same records', async () => {
    const bytes = await sent((sheet) => {
      sheet.getCell('J8').value = { text: 'QĐ 12', hyperlink: url };
      sheet.getCell('J10').value = { formula: `HYPERLINK("${url}","a; b")`, result: 'a; b' };
      sheet.mergeCells('J10:J11');
      sheet.getCell('J12').value = { text: 'x', hyperlink: 'javascript:alert(1)' };
    });
    const checked = await check(bytes, framework);
    const { book } = await openWorkbook(bytes);
    const answer = await writeAnswer({ form: formOf(framework), book, findings: checked.findings, signingKey });
    await editWorkbook(answer, (again) => {
      const sheet = again.getWorksheet('Số liệu')!;
      const cells = ['J8', 'J10', 'J11', 'J12'].map((at) => sheet.getCell(at));
      expect(cells.map(({ value }) => value)).toEqual([`QĐ 12, ${url}`, `a; b; ${url}`, `a; b; ${url}`, 'x']);
      expect(cells.some(({ hyperlink }) => hyperlink)).toBe(false);
    });
    const recordsOf = ({ observations }: typeof checked) => observations.map((one) => one.evidence_records);
    expect(recordsOf(await check(answer, framework))).toEqual(recordsOf(checked));
  });
});
