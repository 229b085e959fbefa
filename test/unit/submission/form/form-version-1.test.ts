import { readFile } from 'node:fs/promises';
import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { check, editWorkbook, frameworkOf, indicatorOf, told } from '../../../support/forms.ts';

const whole = { decimals: 0, minimum: '0', maximum: null };
const framework = frameworkOf([
  indicatorOf('awareness'),
  indicatorOf('plan', {
    rule: 'yes_no',
    main_index: 'awareness',
    inputs: [{ input: 'answer', ...whole, maximum: '1' }],
  }),
  indicatorOf('services', {
    rule: 'ratio',
    evidence_required: true,
    inputs: ['numerator', 'denominator'].map((input) => ({ input, ...whole })),
  }),
]);

/** As issued before version 2: a column for each code, a row for each input, nothing between the rows. */
const issued = (name: 'form' | 'answer') => readFile(new URL(`./fixtures/${name}-version-1.xlsx`, import.meta.url));

const edited = (edit: (sheet: ExcelJS.Worksheet) => void) => async () =>
  editWorkbook(await issued('form'), (book) => edit(book.getWorksheet('Số liệu')!));

describe('a form of template version 1', () => {
  it('is read, and its office told to take the new one next time', async () => {
    const checked = await check(await issued('form'), framework);
    expect(told(checked)).toEqual(['TEMPLATE_OLD']);
    expect(
      checked.observations.map(({ indicator, input, value, cell }) => `${indicator}/${input}=${value}@${cell}`),
    ).toEqual([
      'awareness/value=0.9286@J8',
      'plan/answer=1@J9',
      'services/numerator=90@J10',
      'services/denominator=120@J11',
    ]);
    expect(checked.observations[2]?.evidence).toBe('BC 12');
  });

  it('is read when it comes back as an answer, with the column of findings', async () => {
    expect(told(await check(await issued('answer'), framework))).toEqual(['OUT_OF_RANGE@J8', 'TEMPLATE_OLD']);
  });

  it.each([
    ['a lost code of an input', edited((sheet) => sheet.spliceColumns(5, 1)), 'COLUMN_MISSING@Số liệu'],
    ['a lost code of an indicator', edited((sheet) => sheet.spliceColumns(1, 1)), 'COLUMN_MISSING@Số liệu'],
    ['a wiped code', edited((sheet) => Object.assign(sheet.getCell('A9'), { value: null })), 'ROW_WITHOUT_CODE@J9'],
    ['a merged figure', edited((sheet) => sheet.mergeCells('J10:J11')), 'CELL_MERGED@J10'],
  ])('is refused for %s as it was', async (_, bytes, finding) => {
    const checked = await check(await bytes(), framework);
    expect(checked.accepted).toBe(false);
    expect(told(checked)).toContain(finding);
  });
});
