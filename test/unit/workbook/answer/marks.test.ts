import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../../shared/submission/cell-book.ts';
import { parseMark, writeMark } from '../../../../shared/submission/marks/mark.ts';
import { findMarks } from '../../../../shared/submission/marks/standing-points.ts';
import { cellText } from '../../../../shared/submission/values/cell-text.ts';
import { openWorkbook } from '../../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { check, editWorkbook, formOf } from '../../../support/forms.ts';
import { type OpenForm, openForm } from '../../../support/mistakes/edit-form.ts';
import { layoutMistakes } from '../../../support/mistakes/layout-mistakes.ts';
import { keys, lenient, sentValues } from '../../../support/mistakes/round.ts';
import { answerTo, answerWorkbook, errorsOf, textsOf } from '../../../support/mistakes/send-back.ts';
import { valueMistakes } from '../../../support/mistakes/value-mistakes.ts';

const form = formOf(lenient.framework, sentValues);
const edit = (bytes: Uint8Array, make: (open: OpenForm) => void) =>
  editWorkbook(bytes, (book) => make(openForm(book, form)));

async function answerWith(name: string): Promise<Uint8Array> {
  const made = [...valueMistakes, ...layoutMistakes].find((one) => one.name === name)!;
  return answerWorkbook(await answerTo(await edit(await writeTemplate(form), made.make), lenient), lenient);
}

const rulesOf = async (bytes: Uint8Array) => (await check(bytes, lenient.framework)).findings.map(({ rule }) => rule);

const lost = 'the code of column value lost';
const external = `${JSON.stringify({ formula: "'[1]Sheet1'!A1", result: 0.9 })} in c/value value`;

describe('a mark', () => {
  it('is known by its opening, whatever was written behind it and in whatever case', () => {
    expect(parseMark(writeMark({ id: '3', about: 'Đã gửi: #REF!' }))).toEqual({ id: '3', about: 'Đã gửi: #REF!' });
    expect(parseMark('[cần nhập lại 3.2]  0,5')).toEqual({ id: '3.2', about: '0,5' });
    expect(parseMark(writeMark({ id: null, about: '' }))).toEqual({ id: null, about: '' });
    for (const text of ['', '[3] QĐ 12', 'CẦN NHẬP LẠI 3', 'x [CẦN NHẬP LẠI 3]']) expect(parseMark(text)).toBeNull();
  });
});

const among = (texts: string[], part: string): string[] => texts.filter((text) => text.includes(part));

/** Texts of marks, as they stand in the sheet of figures. */
async function marksOf(bytes: Uint8Array): Promise<string[]> {
  const { book } = await openWorkbook(bytes);
  return findMarks(book!.sheets.find(({ name }) => name === 'Số liệu')!).map(({ mark }) => mark.about);
}

describe('what a mark says', () => {
  it.each([
    [external, 'Đã gửi: 0.9'],
    ['a/value a second time as 0.9', 'Đã gửi: 0,5 (dòng '],
    ['a/value a second time as 0.9', '; 0,9 (dòng '],
    ['a row of a code that nobody knows', 'số liệu 0,9876. Ghi vào đúng dòng của biểu mẫu rồi xóa ô này.'],
    ['a figure without a code', 'mã trống, số liệu 0,9876.'],
    ['figures of two indicators merged', 'Ô đã gửi bị gộp: 0'],
    ['the row of r/numerator deleted', 'Tệp đã gửi thiếu dòng này.'],
    [lost, 'Chưa đọc được cột này của tệp đã gửi.'],
    ['no row of codes', 'Chưa nhận được dòng này của tệp đã gửi.'],
  ])('for %s: %s', async (name, about) => {
    expect((await marksOf(await answerWith(name))).join('\n')).toContain(about);
  });
});

describe('a text that the format has a meaning of its own for', () => {
  it('comes back as it was sent', async () => {
    const values = sentValues.map((one) => ({ ...one, evidence: '_x0041_ & _x005F_ <b>' }));
    const sent = await answerTo(await writeTemplate(formOf(lenient.framework, values)), lenient);
    const { book } = await openWorkbook(await answerWorkbook(sent, lenient));
    const texts = textsOf(book, lenient, (cell) => cellText(cell as CellValue));
    expect(texts.get('a/value')?.[0]?.evidence).toBe('_x0041_ & _x005F_ <b>');
  });
});

describe('two errors that say the same of one cell', () => {
  it('are repeated both, however often the answer is sent back', async () => {
    const mark = '[CẦN NHẬP LẠI] Đã gửi: QĐ 1';
    const twice = layoutMistakes.find(({ name }) => name === 'b/value a second time as 9')!;
    const bytes = await edit(await writeTemplate(form), (open) => {
      open.cell('b/value', 'evidence').value = mark;
      twice.make(open);
    });
    let answered = await answerTo(bytes, lenient);
    const errors = errorsOf(answered);
    expect(errors.filter((error) => error.startsWith('MARK_LEFT'))).toHaveLength(2);
    for (let times = 0; times < 3; times++) {
      answered = await answerTo(await answerWorkbook(answered, lenient), lenient);
      expect(errorsOf(answered)).toEqual(errors);
    }
  });
});

describe('an answer that is mended', () => {
  it('is told of a lost column as long as one mark stands, then judged by what stands in it', async () => {
    const answer = await answerWith(lost);
    const [first, ...others] = keys;
    const half = await edit(answer, ({ cell }) => {
      for (const key of others) cell(key).value = null;
      cell('b/value').value = 'nhiều';
    });
    expect(await rulesOf(half)).toEqual(['COLUMN_MISSING', 'ANSWER_MARKS_LEFT']);
    const all = await edit(half, ({ cell }) => {
      cell(first!).value = 0.5;
    });
    expect(await rulesOf(all)).toEqual(expect.arrayContaining(['NOT_NUMBER', 'UNANSWERED']));
    const right = await edit(all, ({ cell }) => {
      cell('b/value').value = 0.25;
    });
    const { accepted, observations } = await check(right, lenient.framework);
    expect(accepted).toBe(true);
    expect(observations.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['a', '0.5'],
      ['b', '0.25'],
    ]);
  });

  it('keeps what was put in place of marks when it is answered again', async () => {
    const half = await edit(await answerWith(lost), ({ cell }) => {
      cell('c/value').value = 0.375;
    });
    const again = await answerWorkbook(await answerTo(half, lenient), lenient);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(again) as unknown as ExcelJS.Buffer);
    expect(openForm(book, form).cell('c/value').value).toBe(0.375);
    expect(await rulesOf(again)).toEqual(['COLUMN_MISSING', 'ANSWER_MARKS_LEFT']);
  });

  it('is told of a mark that was moved to another row, and no longer of one that was replaced', async () => {
    const moved = await edit(await answerWith(external), ({ cell }) => {
      cell('b/value').value = cell('c/value').value;
      cell('c/value').value = 0.5;
    });
    expect(await rulesOf(moved)).toEqual(['FORMULA_EXTERNAL', 'ANSWER_MARKS_LEFT']);
    const mended = await edit(moved, ({ cell }) => {
      cell('b/value').value = 0;
    });
    expect(await rulesOf(mended)).toEqual([]);
  });

  it('is refused for each mark itself where what it repeats is gone or not ours: MARK_LEFT', async () => {
    const answer = await answerWith(external);
    const withoutPoints = await editWorkbook(answer, (book) => {
      const meta = book.getWorksheet('dti_meta')!;
      meta.eachRow((row) => {
        if (row.getCell(1).text === 'answer_1') row.getCell(2).value = 'e30=';
      });
    });
    const sent = await answerTo(withoutPoints, lenient);
    expect(sent.checked.findings.map(({ rule }) => rule)).toEqual(['MARK_LEFT']);
    expect(errorsOf(await answerTo(await answerWorkbook(sent, lenient), lenient))).toEqual(errorsOf(sent));
  });

  it('says first that it is an answer, or the errors of another file would be a riddle: ANSWER_MARKS_LEFT', async () => {
    const { findings } = await check(await answerWith(lost), lenient.framework);
    const [first, second] = findings;
    expect(first?.rule).toBe('COLUMN_MISSING');
    expect([second?.rule, second?.severity]).toEqual(['ANSWER_MARKS_LEFT', 'warning']);
    expect(second?.message_vi).toContain(`còn ${keys.length} ô mang dấu`);
  });

  it('shows three rows of one code, and of more how many there are beside them', async () => {
    const repeats = layoutMistakes.filter(({ name }) => name.startsWith('a/value a second time'));
    const sentWith = async (made: typeof repeats) => {
      const bytes = await edit(await writeTemplate(form), (open) => {
        for (const { make } of made) make(open);
      });
      return marksOf(await answerWorkbook(await answerTo(bytes, lenient), lenient));
    };
    const [three] = among(await sentWith(repeats), 'Đã gửi: ');
    expect(three!.match(/\(dòng \d+\)/g)).toHaveLength(3);
    expect(three).not.toContain('còn');
    const [four] = among(await sentWith([...repeats, repeats[0]!]), 'Đã gửi: ');
    expect(four).toContain('; còn 1 dòng');
  });
});
