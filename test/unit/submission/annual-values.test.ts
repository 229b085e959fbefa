import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../shared/frameworks/framework.ts';
import { parsePeriod } from '../../../shared/periods/period.ts';
import type { AcceptedFigures } from '../../../shared/submission/accepted-figures.ts';
import { annualValues } from '../../../shared/submission/annual-values.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';

const inputOf = (input: string) => ({ input, decimals: 4, minimum: '0', maximum: null });
const share = (changes: Partial<Indicator>) =>
  indicatorOf('share', {
    rule: 'ratio',
    due: 'quarterly',
    inputs: [inputOf('numerator'), inputOf('denominator')],
    ...changes,
  });

/** `share/numerator` by its figure. */
const quarter = (period: string, figures: Record<string, string>): AcceptedFigures => ({
  period: parsePeriod(period),
  observations: Object.entries(figures).map(([key, value]) => {
    const [indicator, input] = key.split('/') as [string, string];
    return { indicator, input, value };
  }),
});
const shareIn = (period: string, numerator: string, denominator: string) =>
  quarter(period, { 'share/numerator': numerator, 'share/denominator': denominator });
const filled = (numerator: string, denominator: string, source_vi: string) => [
  { indicator: 'share', input: 'numerator', value: numerator, source_vi },
  { indicator: 'share', input: 'denominator', value: denominator, source_vi },
];

const three = [shareIn('2026-Q1', '0.1', '3'), shareIn('2026-Q2', '0.2', '17.5'), shareIn('2026-Q3', '1', '0')];

describe('annualValues', () => {
  it('sums each part of a ratio to the last digit, since a mean of ratios is another figure', () => {
    expect(annualValues(frameworkOf([share({ annual: 'sum' })]), three)).toEqual(
      filled('1.3', '20.5', 'Tổng các quý I, II và III/2026'),
    );
  });

  it('sums exactly where a float would not, and writes no exponent', () => {
    const large = [shareIn('2026-Q1', '9007199254740993', '0.1'), shareIn('2026-Q2', '90071992547409930000000', '0.2')];
    expect(annualValues(frameworkOf([share({ annual: 'sum' })]), large)).toEqual(
      filled('90072001554609184740993', '0.3', 'Tổng các quý I và II/2026'),
    );
  });

  it('takes the last quarter that has the figure', () => {
    const framework = frameworkOf([share({ annual: 'last' })]);
    expect(annualValues(framework, three)).toEqual(filled('1', '0', 'Quý III/2026'));
    expect(annualValues(framework, [...three, quarter('2026-Q4', {})])).toEqual(filled('1', '0', 'Quý III/2026'));
  });

  it('says which quarters are in a sum, so that a missing one is seen', () => {
    const framework = frameworkOf([share({ annual: 'sum' })]);
    const [first, , third] = three;
    expect(annualValues(framework, [first!, third!])).toEqual(filled('1.1', '3', 'Tổng các quý I và III/2026'));
    expect(annualValues(framework, [third!])).toEqual(filled('1', '0', 'Quý III/2026'));
    expect(annualValues(framework, [])).toEqual([]);
  });

  it('leaves out a quarter with half a ratio, whose two sums would be of different quarters', () => {
    const half = quarter('2026-Q4', { 'share/numerator': '5' });
    expect(annualValues(frameworkOf([share({ annual: 'sum' })]), [...three, half])).toEqual(
      filled('1.3', '20.5', 'Tổng các quý I, II và III/2026'),
    );
  });

  it('says nothing of an indicator for which the framework has no rule from quarters to year', () => {
    expect(annualValues(frameworkOf([share({})]), three)).toEqual([]);
  });
});
