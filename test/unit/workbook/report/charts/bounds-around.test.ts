import { describe, expect, it } from 'vitest';
import { boundsAround } from '../../../../../shared/workbook/report/charts/bounds-around.ts';

describe('boundsAround', () => {
  it('lies on whole steps, so that a line of the axis is zero, with room beside the longest bars on both sides', () => {
    expect(boundsAround(['0.1834', '-0.3083'])).toEqual({ min: -0.4, max: 0.3, step: 0.1 });
    for (const changes of [['0.0003', '-0.0011'], ['0.1320', '0.0689'], ['-0.0500'], ['0.9999', '-0.9999']]) {
      const { min, max, step } = boundsAround(changes);
      for (const bound of [min, max]) expect(Math.abs(bound / step! - Math.round(bound / step!))).toBeLessThan(1e-9);
      expect(Math.min(...changes.map(Number), 0)).toBeGreaterThanOrEqual(min);
      expect(Math.max(...changes.map(Number), 0)).toBeLessThanOrEqual(max);
      expect((max - min) / step!).toBeLessThanOrEqual(10);
    }
  });

  it('begins at zero where nothing fell, and has a length where nothing changed', () => {
    expect(boundsAround(['0.1320', '0.0689'])).toEqual({ min: 0, max: 0.16, step: 0.02 });
    expect(boundsAround(['0.0000'])).toEqual({ min: 0, max: 0.0005, step: 0.0005 });
  });
});
