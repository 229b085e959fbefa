import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../../shared/frameworks/framework.ts';
import { computedFor, halfUp } from '../../../../shared/workbook/recompute/half-up.ts';
import { pointFormula } from '../../../../shared/workbook/recompute/point-formula.ts';
import { indicatorOf } from '../../../support/forms.ts';

const cells = { figure: (input: string) => input.toUpperCase(), maxPoints: 'M', wholeMaxPoints: 'W' };

const inputs = (decimals: number, ...names: string[]) =>
  names.map((input) => ({ input, decimals, minimum: '0', maximum: null }));

function formulaOf(changes: Partial<Indicator>, figures: Record<string, string> = {}): string {
  return pointFormula(indicatorOf('a', { max_points: '20', ...changes }), 4, [new Map(Object.entries(figures))]).write(
    cells,
  );
}

describe('the formula of a rule', () => {
  it('divides whole numbers only, once, halves up', () => {
    expect(formulaOf({ rule: 'ratio', inputs: inputs(0, 'numerator', 'denominator') })).toBe(
      'IF(DENOMINATOR>0,MAX(0,MIN(M,(INT((2*NUMERATOR*W+DENOMINATOR)/(2*DENOMINATOR)))/10000)),"[z]")',
    );
  });

  it('takes decimals out of figures and target before anything is divided', () => {
    const rule = { rule: 'ratio_threshold', target: '0.9', inputs: inputs(2, 'numerator', 'denominator') } as const;
    expect(formulaOf({ ...rule, zero_denominator: 'zero_points' })).toBe(
      'IF(DENOMINATOR>0,MAX(0,MIN(M,(INT((2*ROUND(NUMERATOR*100,0)*W*10+ROUND(DENOMINATOR*100,0)*9)/' +
        '(2*ROUND(DENOMINATOR*100,0)*9)))/10000)),0)',
    );
  });

  it('measures growth against what was before', () => {
    expect(formulaOf({ rule: 'growth', target: '1', inputs: inputs(0, 'value', 'previous') })).toContain(
      'INT((2*(VALUE-PREVIOUS)*W+PREVIOUS)/(2*PREVIOUS))',
    );
  });

  const tiers = [
    { key: '4', points: '20', label_vi: '' },
    { key: '1', points: '5.5', label_vi: '' },
  ];

  it('looks points of tiers up, and adds parts as whole numbers', () => {
    expect(formulaOf({ rule: 'count_tiers', tiers })).toBe('IF(COUNT<1,0,LOOKUP(COUNT,{1,4},{5.5,20}))');
    expect(formulaOf({ rule: 'role_tiers', tiers })).toBe('INDEX({5.5,20},1,MATCH(CHOICE,{1,4},0))');
    expect(formulaOf({ rule: 'additive_parts', tiers })).toBe('(IF(PART_4=1,200000,0)+IF(PART_1=1,55000,0))/10000');
  });

  it('is not written where a spreadsheet could not compute it', () => {
    const of = (figure: string) =>
      pointFormula(
        indicatorOf('a', { rule: 'ratio', max_points: '20', inputs: inputs(0, 'numerator', 'denominator') }),
        4,
        [
          new Map([
            ['numerator', figure],
            ['denominator', figure],
          ]),
        ],
      ).computed;
    expect(of('1000')).toBe('formula');
    expect(of('1000000000')).toBe('corrected');
    expect(of('100000000000')).toBe('value');
  });
});

describe('a quotient', () => {
  it('is plain below 2^47, corrected below 2^52, and none from there on', () => {
    expect([2n ** 47n - 1n, 2n ** 47n, 2n ** 52n - 1n, 2n ** 52n].map(computedFor)).toEqual([
      ...['formula', 'corrected', 'corrected', 'value'],
    ]);
  });

  it('is taken one back where it went too far', () => {
    expect(halfUp({ over: 'A', under: 'B' }, 'corrected')).toBe('INT((2*A+B)/(2*B))-(INT((2*A+B)/(2*B))*2*B>2*A+B)');
  });
});
