import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { askedIndicators } from '../../../../shared/frameworks/asked-indicators.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { check, editWorkbook, filled, formOf, frameworkOf, indicatorOf, told } from '../../../support/forms.ts';

const framework = frameworkOf(['a1', 'a2', 'a3'].map((code) => indicatorOf(code)));
const values = ['a1', 'a2', 'a3'].map((code, index) => filled(code, `0.${index + 1}`));

/** The answer to the filled form after an officer changed its data sheet. Figures stand in I8:I10. */
async function afterwards(edit: (sheet: ExcelJS.Worksheet) => void, form = formOf(framework, values)) {
  const bytes = await editWorkbook(await writeTemplate(form), (book) => edit(book.getWorksheet('Số liệu')!));
  return check(bytes, form.framework);
}

const figures = ({ observations }: Awaited<ReturnType<typeof afterwards>>) =>
  observations.map(({ indicator, value, cell }) => `${indicator}=${value}@${cell}`);

describe('readForm', () => {
  it('finds the table wherever rows and columns were inserted', async () => {
    const checked = await afterwards((sheet) => {
      sheet.spliceRows(1, 0, ['UBND TỈNH CAO BẰNG'], [], []);
      sheet.spliceColumns(2, 0, [], []);
    });
    expect(told(checked)).toEqual([]);
    expect(figures(checked)).toEqual(['a1=0.1@K11', 'a2=0.2@K12', 'a3=0.3@K13']);
  });

  it('reads rows by their code, in whatever order', async () => {
    const checked = await afterwards((sheet) => {
      for (const column of ['L', 'I']) {
        const [top, bottom] = [sheet.getCell(`${column}8`).value, sheet.getCell(`${column}10`).value];
        sheet.getCell(`${column}8`).value = bottom;
        sheet.getCell(`${column}10`).value = top;
      }
    });
    expect(figures(checked)).toEqual(['a3=0.3@I8', 'a2=0.2@I9', 'a1=0.1@I10']);
  });

  it('finds a renamed sheet by its code row, and a name in NFD by its NFC', async () => {
    for (const name of ['Biểu 01', 'Số liệu'.normalize('NFD')]) {
      const bytes = await editWorkbook(await writeTemplate(formOf(framework, values)), (book) => {
        book.getWorksheet('Số liệu')!.name = name;
      });
      expect(told(await check(bytes, framework)), name).toEqual([]);
    }
  });

  it('says when the code row is gone, or pushed below row 30', async () => {
    expect(told(await afterwards((sheet) => sheet.spliceRows(7, 1)))).toEqual(['HEADER_MISSING@Số liệu']);
    const pushed = await afterwards((sheet) => sheet.spliceRows(1, 0, ...Array.from({ length: 24 }, () => ['x'])));
    expect(told(pushed)).toEqual(['HEADER_MISSING@Số liệu']);
  });

  it('refuses thousands of rows or columns in one finding: an answer with a line for each would take seconds', async () => {
    const long = await afterwards((sheet) => {
      for (let row = 12; row < 2100; row++) sheet.getCell(`I${row}`).value = row;
    });
    expect(told(long)).toEqual(['TABLE_TOO_LARGE@Số liệu']);
    const wide = await afterwards((sheet) => {
      for (let column = 13; column < 250; column++) sheet.getCell(7, column).value = `x${column}`;
    });
    expect(told(wide)).toEqual(['TABLE_TOO_LARGE@Số liệu']);
  });

  it('does not choose between two sheets of which neither has the right name', async () => {
    const bytes = await editWorkbook(await writeTemplate(formOf(framework, values)), (book) => {
      const copy = book.addWorksheet('Bản nháp');
      book.getWorksheet('Số liệu')!.eachRow((row, number) => {
        copy.getRow(number).values = row.values as ExcelJS.CellValue[];
      });
      book.getWorksheet('Số liệu')!.name = 'Bản chính';
    });
    expect(told(await check(bytes, framework))).toEqual(['SHEET_DUPLICATE@Bản nháp']);
  });

  it('says that a copy beside the sheet of the right name was not read, or an officer who filled it would think so', async () => {
    const bytes = await editWorkbook(await writeTemplate(formOf(framework, values)), (book) => {
      const copy = book.addWorksheet('Số liệu (2)');
      book.getWorksheet('Số liệu')!.eachRow((row, number) => {
        copy.getRow(number).values = row.values as ExcelJS.CellValue[];
      });
    });
    const checked = await check(bytes, framework);
    expect(told(checked)).toEqual(['SHEET_NOT_READ@Số liệu (2)']);
    expect(checked.accepted).toBe(true);
  });

  it('does not read an old copy when the sheet of the right name lost its code row', async () => {
    const bytes = await editWorkbook(await writeTemplate(formOf(framework, values)), (book) => {
      const sheet = book.getWorksheet('Số liệu')!;
      book.addWorksheet('Bản cũ').getRow(1).values = sheet.getRow(7).values as ExcelJS.CellValue[];
      sheet.spliceRows(7, 1);
    });
    expect(told(await check(bytes, framework))).toEqual(['HEADER_MISSING@Số liệu']);
  });

  it('reads a row with a code though words like “Cộng” stand left of it', async () => {
    const checked = await afterwards((sheet) => {
      sheet.spliceColumns(1, 0, []);
      sheet.getCell('A8').value = 'Cộng đồng số';
    });
    expect(told(checked)).toEqual([]);
  });

  it('names a column that was deleted or doubled, and passes over one that was added', async () => {
    expect(told(await afterwards((sheet) => sheet.spliceColumns(9, 1)))).toEqual(['COLUMN_MISSING@Số liệu']);
    const doubled = await afterwards((sheet) => void Object.assign(sheet.getCell('M7'), { value: 'value' }));
    expect(told(doubled)).toEqual(['COLUMN_DUPLICATE@M7']);
    const added = await afterwards((sheet) => void Object.assign(sheet.getCell('M7'), { value: 'ghi chú riêng' }));
    expect(told(added)).toEqual(['COLUMN_UNKNOWN@M7']);
    expect(added.accepted).toBe(true);
  });

  it('needs no column that only explains', async () => {
    expect(told(await afterwards((sheet) => sheet.spliceColumns(2, 2)))).toEqual([]);
  });

  it('names a row that is missing, doubled or unknown', async () => {
    expect(told(await afterwards((sheet) => sheet.spliceRows(9, 1)))).toEqual(['ROW_MISSING@Số liệu']);
    const doubled = await afterwards((sheet) => {
      Object.assign(sheet.getCell('L11'), { value: 'a1/value' });
      sheet.getCell('I11').value = 0.9;
    });
    expect(told(doubled)).toEqual(['ROW_DUPLICATE@L11']);
    const unknown = await afterwards((sheet) => {
      Object.assign(sheet.getCell('L11'), { value: 'a9/value' });
      sheet.getCell('I11').value = 0.9;
    });
    expect(told(unknown)).toEqual(['ROW_UNKNOWN@L11']);
  });

  it('leaves place, date and signatures below the table alone, merged or not, wherever they stand', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getCell('I22').value = 'Cao Bằng, ngày 30 tháng 9 năm 2026';
      sheet.mergeCells('I22:K22');
      sheet.getCell('A23').value = 'Người lập biểu';
      sheet.getCell('I23').value = 'THỦ TRƯỞNG ĐƠN VỊ';
      sheet.getCell('I24').value = '(Ký, đóng dấu)';
    });
    expect(told(checked)).toEqual([]);
    expect(checked.accepted).toBe(true);
  });

  it('shows the figure of a row that it cannot place, for the answer has no cell to hand it back in', async () => {
    const { findings } = await afterwards((sheet) => {
      sheet.getCell('L9').value = 'a2x/value';
      for (const [cell, value] of Object.entries({ L12: 'a1/value', I12: 0.7 })) sheet.getCell(cell).value = value;
      sheet.getCell('I13').value = '~100';
    });
    const words = findings.map(({ rule, cell, message_vi }) => `${rule}@${cell} ${message_vi}`);
    expect(words.join('\n')).toContain('ROW_UNKNOWN@L9 Mã “a2x/value” (số liệu “0.2”) không có');
    expect(words.join('\n')).toContain('ROW_DUPLICATE@L12 Mã “a1/value” (số liệu “0.7”) trùng với dòng 8');
    expect(words.join('\n')).toContain('ROW_WITHOUT_CODE@I13 Dòng 13 ghi “~100” nhưng không có mã chỉ số');
  });

  it('does not lose a figure whose code was wiped out', async () => {
    for (const value of [0.2, 'Có']) {
      const checked = await afterwards((sheet) => {
        sheet.getCell('L9').value = null;
        sheet.getCell('I9').value = value;
      });
      expect(told(checked)).toEqual(['ROW_MISSING@Số liệu', 'ROW_WITHOUT_CODE@I9']);
    }
  });

  it('passes over totals and over lines of text below the table', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getRow(11).values = ['Tổng cộng', '', '', '', '', '', '', '', 0.6];
      sheet.getRow(13).values = ['Người lập biểu: Nguyễn Văn A'];
    });
    expect(told(checked)).toEqual([]);
  });

  it('reads a hidden row and says so, for a filter hides rows without anybody meaning it', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getRow(9).hidden = true;
    });
    expect(told(checked)).toEqual(['ROW_HIDDEN@I9']);
    expect(figures(checked)).toContain('a2=0.2@I9');
  });

  it('refuses merged figures, of which one would stand for all', async () => {
    const checked = await afterwards((sheet) => sheet.mergeCells('I8:I9'));
    expect(told(checked)).toEqual(['CELL_MERGED@I8', 'MISSING_VALUE@I9']);
  });

  it('leaves merged text outside the table alone', async () => {
    expect(told(await afterwards((sheet) => sheet.mergeCells('A20:K21')))).toEqual([]);
  });

  it('tells of figures that are not collected and does not use them', async () => {
    const [first, second, third] = ['a1', 'a2', 'a3'].map((code) => indicatorOf(code));
    const fewer = frameworkOf([first!, second!, { ...third!, assessed: false }]);
    const bytes = await writeTemplate(formOf(framework, values));
    const checked = await check(bytes, fewer);
    expect(told(checked)).toContain('NOT_COLLECTED@I10');
    expect(checked.observations).toHaveLength(2);
  });
});

describe('readForm, cells', () => {
  const put = (value: ExcelJS.CellValue, cell = 'I8') =>
    afterwards((sheet) => {
      sheet.getCell(cell).value = value;
      // As Excel does when it takes `1/2` for a day.
      if (value instanceof Date) sheet.getCell(cell).style = { numFmt: 'dd/mm/yyyy' };
    });

  it.each<[string, ExcelJS.CellValue, string]>([
    ['an error value', { error: '#REF!' }, 'CELL_ERROR_VALUE@I8'],
    ['a formula that nothing was saved for', { formula: 'B1+1' } as ExcelJS.CellValue, 'FORMULA_NO_VALUE@I8'],
    [
      'a formula over another file',
      { formula: "'[1]Sheet1'!A1", result: 0.5 } as ExcelJS.CellValue,
      'FORMULA_EXTERNAL@I8',
    ],
    [
      'WEBSERVICE',
      { formula: 'WEBSERVICE("http://a.example")', result: '0' } as ExcelJS.CellValue,
      'FORMULA_EXTERNAL@I8',
    ],
    ['a truth value', true, 'NOT_NUMBER@I8'],
    ['a date that Excel made of 1/2', new Date(Date.UTC(2024, 1, 1)), 'DATE_NOT_NUMBER@I8'],
    ['text', 'rất nhiều', 'NOT_NUMBER@I8'],
    ['words that there is none', 'không có', 'FIGURE_IN_WORDS@I8'],
    ['a number with two readings', '1.234', 'NUMBER_AMBIGUOUS@I8'],
    ['a superscript', { richText: [{ text: '0.2' }, { text: '3' }] }, 'RICH_TEXT_NUMBER@I8'],
    ['more decimals than allowed', 0.12345, 'TOO_MANY_DECIMALS@I8'],
    ['more than the maximum', 1.0001, 'OUT_OF_RANGE@I8'],
    ['less than the minimum', -0.1, 'OUT_OF_RANGE@I8'],
    ['a number without end', '123456789012345', 'TOO_MANY_DIGITS@I8'],
    ['blanks only', '  \u00A0 ', 'MISSING_VALUE@I8'],
    ['an invisible character only', '\u200B', 'MISSING_VALUE@I8'],
    ['a formula that shows nothing', { formula: 'IF(1=1,"","")', result: '' } as ExcelJS.CellValue, 'MISSING_VALUE@I8'],
  ])('rejects %s', async (_, value, expected) => {
    const checked = await put(value);
    expect(checked.accepted).toBe(false);
    expect(told(checked)).toContain(expected);
  });

  it.each<[string, ExcelJS.CellValue, string, string]>([
    ['a formula', { formula: '1/4', result: 0.25 }, '0.25', 'FORMULA_USED@I8'],
    ['a formula that gives zero', { formula: '0*1', result: 0 }, '0', 'FORMULA_USED@I8'],
    ['a number typed as text', '0.75', '0.75', 'NUMBER_UNDERSTOOD@I8'],
    ['a number with an invisible character', '\u200B0,75', '0.75', 'INVISIBLE_REMOVED@I8'],
  ])('takes %s and says how it was read', async (_, value, expected, finding) => {
    const checked = await put(value);
    expect(checked.accepted).toBe(true);
    expect(told(checked)).toEqual([finding]);
    expect(checked.observations[0]?.value).toBe(expected);
  });

  it('does not take a formula that gives FALSE for a zero', async () => {
    expect(told(await put({ formula: '1>2', result: false } as unknown as ExcelJS.CellValue))).toEqual([
      'NOT_NUMBER@I8',
      'FORMULA_USED@I8',
    ]);
  });

  it('takes the noise of binary arithmetic away, as Excel shows it', async () => {
    expect((await put(0.1 + 0.2)).observations[0]?.value).toBe('0.3');
  });

  it('keeps evidence and note as clean NFC text', async () => {
    const checked = await afterwards((sheet) => {
      sheet.getCell('J8').value = `${'Quyết định'.normalize('NFD')} 12\u202E`;
      sheet.getCell('K8').value = { richText: [{ text: 'đã ' }, { text: 'ký' }] };
    });
    expect(checked.observations[0]).toMatchObject({ evidence: 'Quyết định 12', note: 'đã ký' });
    expect(told(checked)).toEqual(['INVISIBLE_REMOVED@J8']);
  });
});

describe('readForm, other inputs', () => {
  const yesNo = indicatorOf('plan', {
    rule: 'yes_no',
    inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }],
  });
  const ratio = indicatorOf('services', {
    rule: 'ratio',
    inputs: [
      { input: 'numerator', decimals: 0, minimum: '0', maximum: null },
      { input: 'denominator', decimals: 0, minimum: '0', maximum: null },
    ],
  });
  const percent = indicatorOf('share', { unit_of_measure_vi: '%' });
  const mixed = frameworkOf([yesNo, ratio, percent]);
  const form = formOf(mixed);
  const answer = (cells: Record<string, ExcelJS.CellValue>) =>
    afterwards((sheet) => {
      for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value;
    }, form);
  const right = { I8: 'Có', I10: 10, I11: '1.200', I12: '45,6%' };

  it('reads a chosen label, whole numbers with thousands, and a percentage', async () => {
    const checked = await answer(right);
    expect(figures(checked)).toEqual(['plan=1@I8', 'services=10@I10', 'services=1200@I11', 'share=0.456@I12']);
    expect(told(checked)).toEqual(['NUMBER_UNDERSTOOD@I11']);
  });

  it.each<[ExcelJS.CellValue, string]>([
    ['không', '0'],
    [1, '1'],
    ['CÓ'.normalize('NFD'), '1'],
  ])('takes %j for a choice', async (value, expected) =>
    expect((await answer({ ...right, I8: value })).observations[0]?.value).toBe(expected),
  );

  it('rejects what is not in the list and names the list', async () => {
    const checked = await answer({ ...right, I8: 'đang làm' });
    expect(checked.findings[0]).toMatchObject({ rule: 'NOT_IN_LIST', cell: 'I8', value: 'đang làm' });
    expect(checked.findings[0]?.message_vi).toContain('Có; Không');
  });

  it('calls a count with decimals no whole number, and does not round it', async () => {
    const [finding] = (await answer({ ...right, I10: 12.5, I11: 40 })).findings;
    expect(finding).toMatchObject({ rule: 'NOT_INTEGER', cell: 'I10' });
    expect(finding?.message_vi).toContain('Giá trị 12,5 không phải số nguyên.');
  });

  it('does not guess what 45.6 means in a percent column', async () => {
    expect(told(await answer({ ...right, I11: 12, I12: 45.6 }))).toEqual(['NOT_PERCENT@I12']);
  });

  it.each<[ExcelJS.CellValue, string]>([
    // Named 1,01, the error would point at a cell that shows something else.
    ['101%', 'Giá trị 101% nằm ngoài khoảng cho phép (từ 0% đến 100%).'],
    [0.456789, 'Giá trị 45,6789% có 4 chữ số thập phân, được nhận nhiều nhất 2.'],
    ['45.6 %', 'Giá trị “45.6 %” được hiểu là 45,6%.'],
    ['chưa rõ', 'Đề nghị nhập dạng 45,6%.'],
    [45.6, 'Đề nghị ghi dạng 45,6%.'],
  ])('speaks of %j as the percentage that its cell shows, and asks for one', async (value, words) => {
    const { findings } = await answer({ ...right, I11: 12, I12: value });
    expect(findings.map(({ message_vi }) => message_vi).join()).toContain(words);
  });

  it('says how a number was read without thousands separators, or the reading could be misread in its turn', async () => {
    const [finding] = (await answer(right)).findings;
    expect(finding?.message_vi).toContain('“1.200” được hiểu là 1200.');
  });

  it('asks each unit only for what applies to it and is due', () => {
    const sea = indicatorOf('sea', { applies_to: ['P04-2025'] });
    const quarterly = indicatorOf('q', { due: 'quarterly', applies_to: ['province34'] });
    const framed = frameworkOf([sea, quarterly, indicatorOf('off', { assessed: false })]);
    const asked = (unit_id: string, period: string) =>
      askedIndicators(framed, { unit_id, group: 'province34', period }).map(({ indicator }) => indicator);
    expect(asked('P04-2025', '2026')).toEqual(['sea', 'q']);
    expect(asked('P01-2025', '2026')).toEqual(['q']);
    expect(asked('P04-2025', '2026-Q3')).toEqual(['q']);
  });
});
