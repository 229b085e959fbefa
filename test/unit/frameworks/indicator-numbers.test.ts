import { describe, expect, it } from 'vitest';
import { indicatorNumbers } from '../../../shared/frameworks/indicator-numbers.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';

describe('indicatorNumbers', () => {
  it("are the decision's own where codes carry them", async () => {
    const numbers = indicatorNumbers(await loadFramework('dti-commune-2025'));
    expect([numbers.get('c1_1'), numbers.get('c4_22_11')]).toEqual(['1.1', '4.22.11']);
  });

  it('are counted elsewhere, whatever is assessed, and a main index that is its indicator has one number', () => {
    const framework = frameworkOf([
      indicatorOf('a', { assessed: false }),
      indicatorOf('b', { main_index: 'a' }),
      indicatorOf('c'),
    ]);
    expect([...indicatorNumbers(framework)]).toEqual([
      ['a', '1.1'],
      ['b', '1.2'],
      ['c', '2'],
    ]);
  });
});
