import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../../shared/frameworks/framework.ts';
import { writeAnswer } from '../../../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { currentOf, observationOf } from '../../../support/figures.ts';
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

const codes = Array.from({ length: 150 }, (_, index) => `i${String(index + 1).padStart(3, '0')}`);
const long = frameworkOf(codes.map((code) => indicatorOf(code)));
const short = frameworkOf(codes.slice(0, 3).map((code) => indicatorOf(code)));
const declared = (framework: Framework) => framework.indicators.map(({ indicator }) => filled(indicator, '0.5'));

/** The form as the officer sent it, and the answer to it. */
async function answerTo(framework: Framework, edit: (sheet: ExcelJS.Worksheet) => void) {
  const form = formOf(framework, declared(framework));
  const sent = await editWorkbook(await writeTemplate(form), (book) => edit(book.getWorksheet('Số liệu')!));
  const { findings } = await check(sent, framework);
  const { book } = await openWorkbook(sent);
  return writeAnswer({ form: formOf(framework), book, findings, signingKey });
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return book;
}

const sheetXmls = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('xl/worksheets/sheet'))
    .map(([, part]) => strFromU8(part))
    .join('');

function cellsWhere(sheet: ExcelJS.Worksheet, holds: (cell: ExcelJS.Cell) => boolean): string[] {
  const found: string[] = [];
  sheet.eachRow((row, number) => {
    if (number > 7) row.eachCell({ includeEmpty: true }, (cell) => void (holds(cell) && found.push(cell.address)));
  });
  return found;
}

const isFilled = (cell: ExcelJS.Cell) => cell.fill?.type === 'pattern' && cell.fill.pattern === 'solid';

describe('writeAnswer', () => {
  it('fills three cells of 150 formatted rows when three are wrong, not a fourth', async () => {
    const bytes = await answerTo(long, (sheet) => {
      sheet.getCell('I20').value = 'chưa có';
      sheet.getCell('I90').value = 7;
      sheet.getCell('I157').value = null;
    });
    const sheet = (await load(bytes)).getWorksheet('Số liệu')!;
    expect(cellsWhere(sheet, isFilled)).toEqual(['I20', 'I90', 'I157']);
    expect(cellsWhere(sheet, (cell) => Boolean(cell.note))).toEqual(['I20', 'I90', 'I157']);
    expect(sheet.getCell('L20').text).toContain('Ô số liệu ghi “chưa có”');
    expect(cellsWhere(sheet, (cell) => cell.address.startsWith('L') && cell.text !== '')).toEqual([
      'L20',
      'L90',
      'L157',
    ]);
  });

  it('lists every finding on the first sheet with its rule, value, remedy and a link to the cell', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.getCell('I9').value = '1.234';
    });
    const [first] = (await load(bytes)).worksheets;
    expect(first?.name).toBe('Kết quả kiểm tra');
    expect(first?.getCell('A3').text).toContain('1 lỗi ở 1 ô');
    expect(first?.getCell('C6').text).toBe('I9');
    // exceljs writes links within a workbook but does not read them.
    expect(sheetXmls(bytes)).toContain('<hyperlink ref="C6" location="&apos;Số liệu&apos;!I9"/>');
    expect(first?.getCell('D6').text).toBe('1.234');
    expect(first?.getCell('E6').text).toContain('Đề nghị nhập lại');
    expect(first?.getCell('F6').text).toBe('NUMBER_AMBIGUOUS');
  });

  it('is accepted once corrected and sent again, extra sheet and column and all', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.getCell('I9').value = 'chín';
    });
    expect(told(await check(bytes, short))).toEqual(['NOT_NUMBER@I9']);
    const corrected = await editWorkbook(bytes, (book) => {
      book.getWorksheet('Số liệu')!.getCell('I9').value = 0.9;
    });
    const checked = await check(corrected, short);
    expect(checked.findings).toEqual([]);
    expect(checked.observations.map(({ value }) => value)).toEqual(['0.5', '0.9', '0.5']);
  });

  it('does not pile up marks: the answer to an answer marks only what is still wrong', async () => {
    const first = await answerTo(short, (sheet) => {
      sheet.getCell('I8').value = 'một';
      sheet.getCell('I9').value = 'hai';
    });
    const half = await editWorkbook(first, (book) => {
      book.getWorksheet('Số liệu')!.getCell('I8').value = 1;
    });
    const { findings } = await check(half, short);
    const second = await load(
      await writeAnswer({ form: formOf(short), book: (await openWorkbook(half)).book, findings, signingKey }),
    );
    expect(second.worksheets.map(({ name }) => name)).toEqual(['Kết quả kiểm tra', 'Hướng dẫn', 'Số liệu', 'dti_meta']);
    const sheet = second.getWorksheet('Số liệu')!;
    expect(cellsWhere(sheet, isFilled)).toEqual(['I9']);
    expect(sheet.columnCount).toBe(13);
  });

  it('brings the values back to their rows and points there, though the officer had moved rows and columns', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.unprotect();
      sheet.spliceRows(1, 0, ['Kính gửi'], []);
      sheet.spliceColumns(3, 0, ['']);
      sheet.getCell('J11').value = 9;
      sheet.getCell('L11').value = 'ghi chú của đơn vị';
    });
    const book = await load(bytes);
    const sheet = book.getWorksheet('Số liệu')!;
    expect(sheet.getCell('I9').value).toBe(9);
    expect(sheet.getCell('K9').value).toBe('ghi chú của đơn vị');
    expect(cellsWhere(sheet, isFilled)).toEqual(['I9']);
    expect(book.worksheets[0]?.getCell('C6').text).toBe('I9 (tệp đã gửi: Số liệu!J11)');
  });

  it('hands back no formula and no number that nobody typed', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.getCell('I8').value = { formula: 'HYPERLINK("http://a.example","1")', result: 0.25 } as ExcelJS.CellValue;
      sheet.getCell('I9').value = { richText: [{ text: '0.2' }, { font: { vertAlign: 'superscript' }, text: '3' }] };
      sheet.getCell('J8').value = '=1+1';
    });
    const sheet = (await load(bytes)).getWorksheet('Số liệu')!;
    expect(sheet.getCell('I8').value).toBe(0.25);
    expect(sheet.getCell('I9').value).toBe('[CẦN NHẬP LẠI 1] Đã gửi: 0.23');
    expect(sheet.getCell('J8').value).toBe('=1+1');
    expect(cellsWhere(sheet, isFilled)).toEqual(['I9']);
  });

  it('marks a figure that was withdrawn at its blank cell, and at the row that comes back where it was deleted', async () => {
    const open = frameworkOf(short.indicators, { unanswered: 'zero_points' });
    const current = currentOf(['i001', 'i002', 'i003'].map((code) => observationOf(code, '0.5')));
    const sent = await editWorkbook(await writeTemplate(formOf(open, declared(open))), (book) => {
      const sheet = book.getWorksheet('Số liệu')!;
      sheet.getCell('I8').value = null;
      sheet.spliceRows(9, 1);
    });
    const { findings } = await check(sent, open, { context: { current } });
    const { book } = await openWorkbook(sent);
    const answer = await load(await writeAnswer({ form: formOf(open, declared(open)), book, findings, signingKey }));
    const sheet = answer.getWorksheet('Số liệu')!;
    expect(cellsWhere(sheet, isFilled)).toEqual(['I8', 'I9']);
    expect(sheet.getCell('I8').value).toBeNull();
    expect(sheet.getCell('L8').text).toContain('Lỗi, ô I8: Lần gửi 3 có “Chỉ số i001” (giá trị) là 0,5');
    expect(sheet.getCell('L9').text).toContain('(giá trị) là 0,5; bản này không có');
    expect(answer.worksheets[0]?.getCell('A3').text).toContain('2 lỗi ở 2 ô');
  });

  it('says above the list that nothing was declared, and marks no cell', async () => {
    const open = frameworkOf(short.indicators, { unanswered: 'zero_points' });
    const sent = await writeTemplate(formOf(open));
    const { findings } = await check(sent, open);
    const { book } = await openWorkbook(sent);
    const answer = await load(await writeAnswer({ form: formOf(open), book, findings, signingKey }));
    expect(answer.worksheets[0]?.getCell('F6').text).toBe('NOTHING_DECLARED');
    expect(cellsWhere(answer.getWorksheet('Số liệu')!, isFilled)).toEqual([]);
  });

  it('hands back no blank for a figure it could not read, or the second upload would pass as unanswered', async () => {
    const open = frameworkOf(short.indicators, { unanswered: 'zero_points' });
    const bytes = await answerTo(open, (sheet) => {
      sheet.getCell('I8').value = { formula: 'A1*2' } as ExcelJS.CellValue;
      for (const [cell, value] of [
        ['I9', new Date(Date.UTC(1900, 1, 13))],
        ['J10', new Date(Date.UTC(2026, 8, 30))],
      ] as const)
        Object.assign(sheet.getCell(cell), { value, style: { numFmt: 'dd/mm/yyyy' } });
    });
    const again = ['FORMULA_NO_VALUE@I8', 'DATE_NOT_NUMBER@I9', 'ANSWER_MARKS_LEFT@Số liệu'];
    expect(told(await check(bytes, open))).toEqual(again);
    expect((await load(bytes)).getWorksheet('Số liệu')!.getCell('J10').value).toBe('30/09/2026');
  });

  it('hands back a number with two readings as the text it was, or the second upload would pass with one of them', async () => {
    const open = frameworkOf([
      indicatorOf('a', { inputs: [{ input: 'value', decimals: 4, minimum: null, maximum: null }] }),
    ]);
    const bytes = await answerTo(open, (sheet) => {
      sheet.getCell('I8').value = '1.234';
    });
    expect((await load(bytes)).getWorksheet('Số liệu')!.getCell('I8').value).toBe('1.234');
    expect(told(await check(bytes, open))).toEqual(['NUMBER_AMBIGUOUS@I8']);
  });

  it('points at the empty cell of a row that was deleted, for the answer has that row again', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.unprotect();
      sheet.spliceRows(9, 1);
    });
    const book = await load(bytes);
    const sheet = book.getWorksheet('Số liệu')!;
    expect(cellsWhere(sheet, isFilled)).toEqual(['I9']);
    expect(sheet.getCell('L9').text).toContain('Thiếu dòng của “Chỉ số i002” (giá trị), mã i002/value');
    expect(book.worksheets[0]?.getCell('C6').text).toBe('I9');
    expect(book.worksheets[0]?.getCell('A3').text).toContain('1 lỗi ở 1 ô');
  });

  it('makes room for the long evidence that it hands back, and no row higher than programs allow', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.getCell('J8').value = 'Quyết định số 12 '.repeat(10);
      sheet.getCell('K9').value = 'ghi chú '.repeat(2000);
    });
    const sheet = (await load(bytes)).getWorksheet('Số liệu')!;
    expect(sheet.getRow(8).height).toBeGreaterThan(100);
    expect(sheet.getRow(9).height).toBe(409);
    expect(sheet.getRow(10).height).toBeLessThan(50);
  });

  it('tells warnings in words and fills nothing for them, as they need no correction', async () => {
    const bytes = await answerTo(short, (sheet) => {
      sheet.getCell('I8').value = '0.45';
    });
    const book = await load(bytes);
    const sheet = book.getWorksheet('Số liệu')!;
    expect(cellsWhere(sheet, isFilled)).toEqual([]);
    expect(sheet.getCell('L8').text).toContain('được hiểu là 0,45');
    expect(book.worksheets[0]?.getCell('A3').text).toContain('hợp lệ');
  });

  it('keeps locks and input rules, so that the second try is as hard to get wrong as the first', async () => {
    const sheet = (await load(await answerTo(short, () => undefined))).getWorksheet('Số liệu')!;
    const { sheetProtection } = sheet as unknown as { sheetProtection: { sheet: boolean } };
    expect(sheetProtection.sheet).toBe(true);
    expect(sheet.getCell('I9').protection?.locked).toBe(false);
    expect(sheet.getCell('I9').dataValidation?.type).toBe('decimal');
  });

  it('lists why the guard refused a file on a form of marks, with nothing of the file in it', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7');
    const { findings } = await check(bytes, short);
    const book = await load(await writeAnswer({ form: formOf(short), book: null, findings, signingKey }));
    expect(book.worksheets[0]?.getCell('F6').text).toBe('FILE_NOT_XLSX');
    expect(book.getWorksheet('Số liệu')?.getCell('I8').value).toContain('Chưa nhận được dòng này');
  });

  it('does not put the figures of another unit into this unit’s form, which would be accepted with them', async () => {
    const other = formOf(short, declared(short), { identity: { unit_id: 'P01-2025' } });
    const sent = await writeTemplate(other);
    const { findings } = await check(sent, short, { expected: { unit_id: 'P04-2025' } });
    expect(findings.map(({ rule }) => rule)).toEqual(['UNIT_MISMATCH']);
    const { book } = await openWorkbook(sent);
    const answer = await load(await writeAnswer({ form: formOf(short), book, findings, signingKey }));
    expect(answer.getWorksheet('Số liệu')!.getCell('I8').value).toContain('[CẦN NHẬP LẠI 1]');
  });

  it('is the same bytes for the same answer', async () => {
    const write = () =>
      answerTo(short, (sheet) => {
        sheet.getCell('I8').value = 'x';
      });
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});
