import { describe, expect, it } from 'vitest';
import { checkDeclaredValues } from '../../../../shared/submission/check-declared-values.ts';
import type { CheckContext, Figure } from '../../../../shared/submission/figure.ts';
import { figureWithdrawn, withdrawnWarnings } from '../../../../shared/submission/rules/figure-withdrawn.ts';
import { missingValue } from '../../../../shared/submission/rules/missing-value.ts';
import { writeTemplate } from '../../../../shared/workbook/template/write-template.ts';
import { contextOf, currentOf, figureOf, observationOf, ratioOf } from '../../../support/figures.ts';
import { check, editWorkbook, filled, formOf, frameworkOf, indicatorOf, told } from '../../../support/forms.ts';

const a = indicatorOf('a');
const ratio = ratioOf('r');
const indicators = [a, ratio, indicatorOf('b')];
const lenient = frameworkOf(indicators, { unanswered: 'zero_points' });
const strict = frameworkOf(indicators);
const current = currentOf([
  observationOf('a', '0.5', { note: 'đã ký' }),
  observationOf('r/numerator', '3'),
  observationOf('r/denominator', '4'),
]);

const withdrawn = (figures: Figure[], changes: Partial<CheckContext> = {}) =>
  figureWithdrawn.check(figures, contextOf({ framework: lenient, current, ...changes }));
const blank = (note: string | null = null) => figureOf(a, { blank: true, note });
const blankRatio = (note: string | null = null) =>
  ['numerator', 'denominator'].map((name) => figureOf(ratio, { name, blank: true, note }));

describe('figureWithdrawn', () => {
  it('refuses the blank at its cell, with the figure that stood there, of which submission, and what to do', () => {
    const [finding, ...others] = withdrawn([blank()]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'FIGURE_WITHDRAWN', severity: 'error', cell: 'value:value', value: null });
    expect(finding?.message_vi).toBe(
      'Lần gửi 3 có “Chỉ số a” (giá trị) là 0,5; bản này không có. Đề nghị ghi lại số liệu, hoặc nêu lý do bỏ số liệu ở cột ghi chú.',
    );
    expect(finding?.message_en).toContain('Submission 3 had “Indicator a” (a, value) at 0.5; this one leaves it out.');
  });

  it('shows the figure as its cell did: a choice by its label, a share as a percentage', () => {
    const words = (changes: Partial<typeof a>, value: string) => {
      const context = { current: currentOf([observationOf('a', value)]) };
      return withdrawn([figureOf(indicatorOf('a', changes), { blank: true })], context)[0];
    };
    expect(words({ rule: 'yes_no' }, '1')?.message_vi).toContain('là Có;');
    expect(words({ rule: 'yes_no' }, '1')?.message_en).toContain('at 1 (Có);');
    expect(words({ unit_of_measure_vi: '%' }, '0.456')?.message_vi).toContain('là 45,6%;');
  });

  it('lets a blank go whose note says why, but not by the note that stood beside the figure already', () => {
    expect(withdrawn([blank('ghi nhầm kỳ trước')])).toEqual([]);
    expect(withdrawn([blank('đã ký')])).toHaveLength(1);
  });

  it('asks it of each row: one note does not speak for the other', () => {
    const [numerator, denominator] = blankRatio() as [Figure, Figure];
    const rows = [{ ...numerator, note: 'ghi nhầm' }, denominator];
    expect(withdrawn(rows)).toMatchObject([{ cell: 'denominator:value' }]);
  });

  it('says nothing of what was not declared before, is not asked now, could not be read, or stands there', () => {
    expect(withdrawn([figureOf(indicatorOf('b'), { blank: true })])).toEqual([]);
    expect(withdrawn([])).toEqual([]);
    expect(withdrawn([figureOf(a)])).toEqual([]);
    expect(withdrawn([figureOf(a, { value: '0' })])).toEqual([]);
    expect(figureWithdrawn.check([blank()], contextOf({ framework: lenient }))).toEqual([]);
  });

  it('takes the place of UNANSWERED, which would say the same blank a second time', () => {
    const context = contextOf({ framework: lenient, current });
    expect(missingValue.check(blankRatio(), context)).toEqual([]);
    const explained = blankRatio('ghi nhầm');
    expect(missingValue.check(explained, context)).toMatchObject([{ rule: 'UNANSWERED' }]);
  });

  it('leaves to MISSING_VALUE what the framework refuses anyway: a note would not help there', () => {
    const context = contextOf({ framework: strict, current });
    expect(withdrawn(blankRatio(), { framework: strict })).toEqual([]);
    expect(missingValue.check(blankRatio(), context).map(({ rule }) => rule)).toEqual(Array(2).fill('MISSING_VALUE'));
    const half = [figureOf(ratio, { name: 'numerator', value: '3' }), blankRatio()[1]!];
    expect(withdrawn(half)).toEqual([]);
  });
});

describe('FIGURE_WITHDRAWN by each door', () => {
  const values = [filled('a', '0.5'), filled('b', '1')];

  it('is refused in the form at its cell, and accepted with a note, which is kept', async () => {
    const put = async (note: string | null) =>
      check(
        await editWorkbook(await writeTemplate(formOf(lenient, values)), (book) => {
          const sheet = book.getWorksheet('Số liệu')!;
          sheet.getCell('I8').value = null;
          sheet.getCell('K8').value = note;
        }),
        lenient,
        { context: { current: currentOf([observationOf('a', '0.5')]) } },
      );
    expect(told(await put(null))).toEqual(['FIGURE_WITHDRAWN@I8', 'UNANSWERED@I10']);
    const explained = await put('ghi nhầm');
    expect(told(explained)).toEqual(['UNANSWERED@I8', 'UNANSWERED@I10']);
    expect(explained).toMatchObject({
      accepted: true,
      explained: [{ indicator: 'a', input: 'value', note: 'ghi nhầm' }],
    });
  });

  it('is refused without a place where JSON or CSV has no row, naming indicator and input', () => {
    const send = (format: 'csv' | 'json', content: string) =>
      checkDeclaredValues({
        bytes: new TextEncoder().encode(content),
        format,
        expected: { group: 'province34', period: '2024', unit_id: 'P04-2025' },
        context: { framework: lenient, members: new Set(['P04-2025']), current },
      });
    const { findings } = send('csv', 'indicator,value\nb,1\na,\n');
    expect(findings.map(({ rule, row, value }) => [rule, row, value])).toEqual([
      ['FIGURE_WITHDRAWN', null, 'r/denominator'],
      ['FIGURE_WITHDRAWN', null, 'r/numerator'],
      ['FIGURE_WITHDRAWN', 3, null],
    ]);
    expect(findings[1]?.message_vi).toContain('“Chỉ số r” (tử số) là 3');
    const rows = ['a', 'r/numerator', 'r/denominator'].map((key) => {
      const [indicator, input] = key.split('/');
      return { indicator, ...(input ? { input } : {}), value: '', note: 'ghi nhầm' };
    });
    expect(send('json', JSON.stringify([...rows, { indicator: 'b', value: '1' }])).accepted).toBe(true);
  });
});

describe('withdrawnWarnings', () => {
  const later = { observations: [observationOf('a', '0.9')], explained: [] };

  it('tells, without refusing, what an earlier upload has and the later one lacks', () => {
    const findings = withdrawnWarnings({ ...current, receipt: 2 }, later, indicators);
    expect(findings.map(({ severity, value }) => [severity, value])).toEqual([
      ['warning', 'r/numerator'],
      ['warning', 'r/denominator'],
    ]);
    expect(findings[0]).toMatchObject({ rule: 'FIGURE_WITHDRAWN', sheet: null, cell: null, row: null });
    expect(findings[0]?.message_vi).toContain('Lần gửi 2 có');
  });

  it('says nothing of what the later one explains, nor of what is not asked any more', () => {
    const explained = ['numerator', 'denominator'].map((input) => ({ indicator: 'r', input, note: 'ghi nhầm' }));
    expect(withdrawnWarnings(current, { ...later, explained }, indicators)).toEqual([]);
    expect(withdrawnWarnings(current, later, [a])).toEqual([]);
  });
});
