import { hasValue, type UnitValue } from '../charts/chart-data.ts';

/** How a unit is filled: a class from low to high, hatched for what is missing, or plain paper. */
export type Fill = 1 | 2 | 3 | 4 | 5 | 'missing' | 'plain';

export type FillOf = (unitId: string) => Fill;

/** Lower ends of the classes from the second up. Fixed, so that maps of two releases can be laid side by side. */
export const classFloors = ['0.6000', '0.6500', '0.7000', '0.7500'] as const;

const published = /^[01]\.\d{4}$/;

/** By the digits as published: texts of one form are in the order of their values, and nothing is rounded again. */
export function classOf(value: string): 1 | 2 | 3 | 4 | 5 {
  if (!published.test(value)) throw new RangeError(`Not a published value: ${JSON.stringify(value)}`);
  return (1 + classFloors.filter((floor) => value >= floor).length) as 1 | 2 | 3 | 4 | 5;
}

export function fillByClass(units: UnitValue[]): FillOf {
  const fills = new Map(units.filter(hasValue).map(({ unit_id, value }) => [unit_id, classOf(value)]));
  return (unitId) => fills.get(unitId) ?? 'missing';
}
