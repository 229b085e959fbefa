import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedSubmission } from '../../shared/submission/submission.ts';
import { writeAnswer } from '../../shared/workbook/answer/write-answer.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../shared/workbook/template/write-template.ts';
import { checkAppraisal, issued, roundOf, typed } from '../support/appraisals.ts';
import { filledForm, foreignFrameworks } from '../support/foreign/foreign-forms.ts';
import { check, editWorkbook, filled, formOf, frameworkOf, indicatorOf, signingKey, told } from '../support/forms.ts';
import { openForm } from '../support/mistakes/edit-form.ts';
import { layoutMistakes } from '../support/mistakes/layout-mistakes.ts';
import { sentValues, strict } from '../support/mistakes/round.ts';
import { answerTo, answerWorkbook, errorsOf } from '../support/mistakes/send-back.ts';
import { valueMistakes } from '../support/mistakes/value-mistakes.ts';

const framework = frameworkOf([
  indicatorOf('awareness'),
  indicatorOf('share', { unit_of_measure_vi: '%' }),
  indicatorOf('plan', { rule: 'yes_no', inputs: [{ input: 'answer', decimals: 0, minimum: '0', maximum: '1' }] }),
]);
const values = [
  filled('awareness', '0.9286', { evidence: '=1+1', note: 'Quyết định số 12' }),
  filled('share', '0.456'),
  { indicator: 'plan', input: 'answer', value: '1' },
];

/** One of each kind of fault that leaves a mark. */
const sentBack = [
  'the code of column value lost',
  'no row of codes',
  'two sheets of figures, neither of its name',
  'a/value a second time as 0.9',
  'a row of a code that nobody knows',
  'figures of two indicators merged',
  'the row of a/value deleted',
  `${JSON.stringify({ formula: "'[1]Sheet1'!A1", result: 0.9 })} in c/value value`,
  '45000 shown as a date in c/value value',
  '{"error":"#VALUE!"} in c/value note',
];

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dti-office-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Opens and saves the workbook with LibreOffice, by way of a format of its own where given. */
async function resave(bytes: Uint8Array, by: 'xlsx' | 'ods' = 'xlsx'): Promise<Uint8Array> {
  const convert = (from: string, to: string, folder: string) =>
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${directory}/profile`,
        ...['--headless', '--convert-to', to, '--outdir', join(directory, folder), from],
      ],
      { stdio: 'ignore' },
    );
  await writeFile(join(directory, 'form.xlsx'), bytes);
  convert(join(directory, 'form.xlsx'), by, 'first');
  if (by === 'xlsx') return readFile(join(directory, 'first/form.xlsx'));
  convert(join(directory, `first/form.${by}`), 'xlsx', 'second');
  return readFile(join(directory, 'second/form.xlsx'));
}

/** Bytes differ once a program has saved them, and with them the hash in every figure. */
const withoutFile = ({ observations }: CheckedSubmission) =>
  observations.map(({ submission_sha256, ...figure }) => figure);

/** Needs the Debian package libreoffice-calc-nogui. */
describe('LibreOffice', () => {
  it('saves an appraisal by way of ods without changing a decision', async () => {
    const round = roundOf();
    const bytes = await typed(await issued(round), {
      I8: 10.25,
      J8: 'Ban hành muộn',
      I12: '33,2',
      J12: 'Thêm hồ sơ',
    });
    const [before, after] = [
      await checkAppraisal(bytes, round),
      await checkAppraisal(await resave(bytes, 'ods'), round),
    ];
    expect(after.findings).toEqual([]);
    expect(after.changes).toEqual(before.changes);
    expect(after.changes).toHaveLength(2);
  }, 60_000);

  it.each(['xlsx', 'ods'] as const)(
    'saves a form by way of %s without changing a figure',
    async (by) => {
      const bytes = await writeTemplate(formOf(framework, values));
      const [before, after] = [await check(bytes, framework), await check(await resave(bytes, by), framework)];
      expect(after.findings).toEqual([]);
      expect(withoutFile(after)).toEqual(withoutFile(before));
      expect(after.observations).toHaveLength(3);
    },
    60_000,
  );

  it.each(foreignFrameworks.flatMap((id) => (['xlsx', 'ods'] as const).map((by) => [id, by] as const)))(
    'saves a full form of %s by way of %s with the same observations and not a word',
    async (id, by) => {
      const form = await filledForm(id);
      const [before, after] = [await form.check(form.bytes), await form.check(await resave(form.bytes, by))];
      expect(after.findings).toEqual([]);
      expect(withoutFile(after)).toEqual(withoutFile(before));
    },
    60_000,
  );

  it.each(sentBack.flatMap((name) => (['xlsx', 'ods'] as const).map((by) => [name, by] as const)))(
    'saves the answer to %s by way of %s, and it is refused again for the same errors',
    async (name, by) => {
      const made = [...valueMistakes, ...layoutMistakes].find((one) => one.name === name)!;
      const form = formOf(strict.framework, sentValues);
      const bytes = await editWorkbook(await writeTemplate(form), (book) => made.make(openForm(book, form)));
      const sent = await answerTo(bytes, strict);
      const again = await answerTo(await resave(await answerWorkbook(sent, strict), by), strict);
      expect(errorsOf(again)).toEqual(errorsOf(sent));
      expect(errorsOf(again)).not.toEqual([]);
    },
    60_000,
  );

  it('saves an annotated answer that is accepted once corrected', async () => {
    const wrong = await writeTemplate(formOf(framework, [...values.slice(0, 2), filled('plan', 'x')]));
    const sent = await editWorkbook(wrong, (book) => {
      book.getWorksheet('Số liệu')!.getCell('I8').value = 7;
    });
    const { findings } = await check(sent, framework);
    const answer = await resave(
      await writeAnswer({ form: formOf(framework), book: (await openWorkbook(sent)).book, findings, signingKey }),
    );
    expect(told(await check(answer, framework))).toEqual(['OUT_OF_RANGE@I8', 'MISSING_VALUE@I10']);
    const corrected = await editWorkbook(answer, (book) => {
      Object.assign(book.getWorksheet('Số liệu')!.getCell('I8'), { value: 0.5 });
      Object.assign(book.getWorksheet('Số liệu')!.getCell('I10'), { value: 'Không' });
    });
    expect((await check(corrected, framework)).observations.map(({ value }) => value)).toEqual(['0.5', '0.456', '0']);
  }, 60_000);
});
