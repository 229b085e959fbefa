import { describe, expect, it } from 'vitest';
import { askedIndicators } from '../../../../shared/frameworks/asked-indicators.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { makeFinding, noPlace } from '../../../../shared/submission/finding.ts';
import { sheetNames } from '../../../../shared/submission/form/form-layout.ts';
import { askedKey, inputsOf } from '../../../../shared/submission/input-key.ts';
import { writeAnswer } from '../../../../shared/workbook/answer/write-answer.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { editWorkbook, formOf, signingKey } from '../../../support/forms.ts';
import { shown } from '../../../support/mistakes/answer-law.ts';
import { openForm } from '../../../support/mistakes/edit-form.ts';
import { type Answered, answerTo, answerWorkbook, errorsOf, textsOf } from '../../../support/mistakes/send-back.ts';

const framework = await loadFramework('dti-province-405-indicators');
const round = { framework } as Parameters<typeof answerTo>[1];
const of = { group: 'province34', period: '2024', unit_id: 'P04-2025' };
const keys = inputsOf(askedIndicators(framework, of)).map(askedKey);

/** A form of notes so long that together they have about so many characters, and of figures that are all wrong. */
const sendNotes = async (characters: number) => {
  const form = formOf(framework);
  const length = Math.floor(characters / keys.length);
  const bytes = await editWorkbook(await writeTemplate(form), (book) => {
    const { cell } = openForm(book, form);
    keys.forEach((key, at) => {
      cell(key, 'value').value = `số ${at} ${'x'.repeat(300)}`;
      cell(key, 'note').value = `${at} `.padEnd(length, 'dài ');
    });
  });
  return answerTo(bytes, round);
};

/** Sent back untouched it is refused for the same errors. */
async function sendBack(sent: Answered): Promise<Answered> {
  const again = await answerTo(await answerWorkbook(sent, round), round);
  expect(errorsOf(again)).toEqual(errorsOf(sent));
  return again;
}

describe('the answer to a book of very long texts', () => {
  it('shows them again with as much as fits of what is to be said, and is let in when it is sent back', async () => {
    const sent = await sendNotes(1_450_000);
    expect(sent.checked.findings.length).toBeGreaterThan(keys.length);
    const again = await sendBack(sent);
    expect(textsOf(again.book, round, shown)).toEqual(textsOf(sent.book, round, shown));
  }, 120_000);

  it('shows nothing of more than it could show, and says so of the longest', async () => {
    const sent = await sendNotes(1_600_000);
    const errors = sent.checked.findings.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ rule: 'TEXT_TOTAL_TOO_LONG', cell: expect.stringMatching(/^[A-Z]+\d+$/) }]);
    await sendBack(sent);
    expect((await answerWorkbook(sent, round)).length).toBeLessThan(400_000);
  }, 120_000);

  it('lists as many findings as it has room for, and says how many more there are', async () => {
    const long = 'x'.repeat(200);
    const findings = Array.from({ length: 499 }, (_, at) =>
      makeFinding('ROW_UNKNOWN', noPlace, { framework_id: 'x', figure: long }, `${at} ${long}`.slice(0, 200)),
    );
    const answer = await writeAnswer({ form: formOf(framework), book: null, findings, signingKey });
    let texts: string[] = [];
    await editWorkbook(answer, (book) => {
      texts = book
        .getWorksheet(sheetNames.result)!
        .getColumn(5)
        .values.flatMap((value) => (typeof value === 'string' ? value : []));
    });
    const listed = texts.filter((text) => text.startsWith('Mã “'));
    expect(listed.length).toBeGreaterThan(200);
    expect(texts.at(-1)).toBe(`… và ${499 - listed.length} nội dung nữa.`);
  });

  it('makes each line of the list as high as what it says', async () => {
    const findings = [makeFinding('ROW_UNKNOWN', noPlace, { framework_id: 'x', figure: 'x'.repeat(200) }, 'x')];
    const answer = await writeAnswer({ form: formOf(framework), book: null, findings, signingKey });
    await editWorkbook(answer, (book) => {
      const sheet = book.getWorksheet(sheetNames.result)!;
      const row = sheet.getColumn(5).values.findIndex((value) => `${value}`.startsWith('Mã “'));
      expect(sheet.getRow(row).height).toBeGreaterThan(40);
    });
  });
});
