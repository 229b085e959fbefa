import { describe, expect, it } from 'vitest';
import { rescoreEarlier } from '../../../../shared/release/changes/rescore-earlier.ts';
import { fixed } from '../../../../shared/scoring/reference/exact.ts';
import type { ScoringInputs } from '../../../../shared/scoring/scores.ts';
import { frameworkOf, indicatorOf } from '../../../support/forms.ts';

const [a, b] = [indicatorOf('a'), indicatorOf('b')];

const figure = (indicator: string, value: string) => ({
  unit_id: 'U',
  indicator,
  input: 'value',
  value,
  submission_sha256: '0'.repeat(64),
  sheet: null,
  cell: null,
});

const earlier = (indicators: string[], appraised?: string): ScoringInputs => ({
  framework: frameworkOf([a, b]),
  units: [{ unit_id: 'U', name_vi: 'U', submitted: true, ranked: true }],
  observations: indicators.map((indicator) => figure(indicator, indicator === 'a' ? '0.5' : '0.1')),
  appraisals: appraised === undefined ? [] : [{ unit_id: 'U', indicator: 'a', points: appraised, reason: null }],
});

const totalOf = (inputs: ScoringInputs, framework: ScoringInputs['framework']) => {
  const total = rescoreEarlier(inputs, framework)?.get('U');
  return total && fixed(total, 4);
};

describe('rescoreEarlier', () => {
  const heavier = frameworkOf([
    { ...a, max_points: '30' },
    { ...b, max_points: '10' },
  ]);

  it('gives earlier figures the present points', () => {
    expect(totalOf(earlier(['a', 'b']), heavier)).toBe('0.4000');
  });

  it('leaves out what is not asked any more', () => {
    expect(totalOf(earlier(['a', 'b']), frameworkOf([a]))).toBe('0.5000');
  });

  it('is null when a figure that is asked now was not declared then', () => {
    expect(rescoreEarlier(earlier(['a']), heavier)).toBeNull();
  });

  it('keeps an appraisal only out of the same maximum', () => {
    const same = frameworkOf([a]);
    expect(totalOf(earlier(['a', 'b'], '0'), same)).toBe('0.0000');
    expect(totalOf(earlier(['a', 'b'], '0'), heavier)).toBe('0.4000');
  });
});
