import { describe, expect, it } from 'vitest';
import { yearBeforeDiffers } from '../../../../shared/submission/rules/year-before-differs.ts';
import { contextOf, figureOf } from '../../../support/figures.ts';
import { indicatorOf } from '../../../support/forms.ts';

const sales = indicatorOf('sales', {
  ...{ rule: 'growth', target: '0.1' },
  inputs: ['value', 'previous'].map((input) => ({ input, decimals: 1, minimum: '0', maximum: null })),
});
const source = { source_vi: 'Đợt công bố dti/province34/2025/r1', source_en: 'release dti/province34/2025/r1' };
const yearBefore = [{ indicator: 'sales', input: 'previous', value: '1070.5', ...source }];
const check = (previous: string | null, context = contextOf({ yearBefore })) =>
  yearBeforeDiffers.check(
    [figureOf(sales, { value: '1200' }), figureOf(sales, { name: 'previous', value: previous })],
    context,
  );

describe('yearBeforeDiffers', () => {
  it('names both figures and where the known one stands, and does not block', () => {
    const [finding, ...others] = check('900');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'YEAR_BEFORE_DIFFERS', severity: 'warning', cell: 'previous:value' });
    expect(finding?.message_vi).toContain('ghi 900, đơn vị đã kê khai cho kỳ đó là 1.070,5 (Đợt công bố dti/');
    expect(finding?.message_en).toContain('is 900; for that period the unit declared 1070.5 (release dti/');
  });

  it('says nothing of the same figure, of one that could not be read, and of what has no past', () => {
    expect(check('1070.5')).toEqual([]);
    expect(check(null)).toEqual([]);
    expect(check('900', contextOf())).toEqual([]);
  });
});
