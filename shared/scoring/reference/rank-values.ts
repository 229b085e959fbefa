import { compare, type Decimal } from './exact.ts';

/** Competition ranks, greatest first: equal values share the smallest rank and the next is skipped (15, 15, 17). */
export function rankValues(values: ReadonlyMap<string, Decimal>): Map<string, number> {
  const descending = [...values].sort(([, a], [, b]) => compare(b, a));
  const ranks = new Map<string, number>();
  descending.forEach(([unitId, value], i) => {
    const before = descending[i - 1];
    const isTied = before && compare(before[1], value) === 0;
    ranks.set(unitId, isTied ? ranks.get(before[0])! : i + 1);
  });
  return ranks;
}
