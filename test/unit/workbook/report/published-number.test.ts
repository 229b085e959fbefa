import { describe, expect, it } from 'vitest';
import { publishedNumber } from '../../../../shared/workbook/report/published-number.ts';

describe('publishedNumber', () => {
  it('is written back as the published digits', () => {
    for (const decimal of ['0.8241', '0.7005', '0.0001', '-0.0123'])
      expect(`${publishedNumber(decimal)}`).toBe(decimal);
    expect(publishedNumber('1.0000')).toBe(1);
  });

  it('refuses what a double cannot hold exactly as text', () => {
    expect(() => publishedNumber('1234567890.1234567')).toThrow('FIGURE_INEXACT');
    expect(() => publishedNumber('abc')).toThrow('FIGURE_INEXACT');
    expect(() => publishedNumber('')).toThrow('FIGURE_INEXACT');
  });
});
