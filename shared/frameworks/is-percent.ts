import type { Indicator } from './framework.ts';

/** Declared as a percentage and kept as a fraction: 45,6% is 0.456. */
export const isPercent = (indicator: Pick<Indicator, 'unit_of_measure_vi'>): boolean =>
  indicator.unit_of_measure_vi.trim() === '%';
