import { describe, expect, it } from 'vitest';
import { compareFrameworks } from '../../../shared/frameworks/compare-frameworks.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';

describe('compareFrameworks', () => {
  it('finds nothing between a version and itself, whatever it is called', () => {
    const framework = frameworkOf([indicatorOf('a')]);
    const changes = compareFrameworks(framework, { ...framework, version: '2', sha256: 'b'.repeat(64) });
    expect(changes).toEqual({ added: [], removed: [], changed: [], terms: [] });
  });

  it('tells indicators that came, went or are asked otherwise, and terms of the whole', () => {
    const before = frameworkOf([indicatorOf('a'), indicatorOf('b')]);
    const inputs = [{ input: 'value', decimals: 2, minimum: '0', maximum: '1' }];
    const after = {
      ...frameworkOf([indicatorOf('b', { max_points: '7', inputs }), indicatorOf('c')]),
      unanswered: 'zero_points' as const,
    };
    const { added, removed, changed, terms } = compareFrameworks(before, after);
    expect([added, removed].map((lines) => lines.map(({ indicator }) => indicator))).toEqual([['c'], ['a']]);
    expect(changed.map(({ indicator, fields }) => [indicator, fields.map(({ field }) => field)])).toEqual([
      ['b', expect.arrayContaining(['max_points', 'inputs'])],
    ]);
    expect(terms.map(({ field }) => field)).toEqual(['main_indices', 'unanswered']);
    expect(terms[1]).toEqual({ field: 'unanswered', before: null, after: 'zero_points' });
  });
});
