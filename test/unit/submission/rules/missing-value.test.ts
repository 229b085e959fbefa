import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../../shared/submission/figure.ts';
import { missingValue } from '../../../../shared/submission/rules/missing-value.ts';
import { contextOf, figureOf, ratioOf } from '../../../support/figures.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const letThrough = contextOf({ framework: frameworkOf([], { unanswered: 'zero_points' }) });
const ratio = ratioOf('r');
const blankRatio = ['numerator', 'denominator'].map((name) => figureOf(ratio, { name, blank: true }));

describe('missingValue', () => {
  it('is an error for each blank figure, because a blank is never zero', () => {
    const findings = missingValue.check(blankRatio, contextOf());
    expect(findings.map(({ rule, cell, severity }) => [rule, cell, severity])).toEqual([
      ['MISSING_VALUE', 'numerator:value', 'error'],
      ['MISSING_VALUE', 'denominator:value', 'error'],
    ]);
  });

  it('calls the indicator by its name, for an officer knows no codes', () => {
    const [finding] = missingValue.check(blankRatio, contextOf());
    expect(finding?.message_vi).toContain(`“${ratio.name_vi}” (tử số)`);
    expect(finding?.message_en).toContain(`“${ratio.name_en}” (r, numerator)`);
  });

  it('is told once for an indicator left out where the framework lets it through', () => {
    expect(missingValue.check(blankRatio, letThrough)).toMatchObject([{ rule: 'UNANSWERED', severity: 'warning' }]);
  });

  it('names the row of the form that is not there, for the answer brings it back', () => {
    const [numerator, denominator] = blankRatio as [Figure, Figure];
    const rows = [numerator, { ...denominator, absent: true as const }];
    expect(missingValue.check(rows, contextOf())).toMatchObject([
      { rule: 'MISSING_VALUE', value: null },
      { rule: 'ROW_MISSING', value: 'r/denominator' },
    ]);
    expect(missingValue.check(rows, letThrough)).toMatchObject([{ rule: 'UNANSWERED', cell: 'numerator:value' }]);
  });

  it('gives a system, which knows no names, the code of the indicator, and the row where there is one', () => {
    const row = { sheet: null, cell: null, row: 4, field: 'value' };
    const nowhere = { ...row, row: null, field: null };
    const [numerator, denominator] = [
      figureOf(ratio, { name: 'numerator', blank: true, absent: true, place: () => nowhere }),
      figureOf(ratio, { name: 'denominator', blank: true, place: () => row }),
    ];
    expect(missingValue.check([numerator, denominator], letThrough)).toMatchObject([
      { rule: 'UNANSWERED', row: 4, field: 'value', value: 'r' },
    ]);
    expect(missingValue.check([numerator], letThrough)).toMatchObject([{ row: null, field: null, value: 'r' }]);
  });

  it('is still an error there when half of an indicator was filled in', () => {
    const half = [figureOf(ratio, { name: 'numerator', value: '3' }), blankRatio[1]!];
    expect(missingValue.check(half, letThrough)).toMatchObject([{ rule: 'MISSING_VALUE', cell: 'denominator:value' }]);
  });

  it('says nothing of zero, nor of a value that could not be read and is a finding already', () => {
    const [a, b] = [indicatorOf('a'), indicatorOf('b')];
    expect(missingValue.check([figureOf(a, { value: '0' }), figureOf(b)], contextOf())).toEqual([]);
  });
});
