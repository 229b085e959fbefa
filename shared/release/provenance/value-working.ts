import { compare, divideHalfUp, fixed, readDecimal, times } from '../../scoring/reference/exact.ts';
import { addUp, trimZeros } from './points-working.ts';
import type { ValueWorking } from './provenance.ts';

/** S / M of what adds up to them; null where M is zero. */
export function workValue(
  terms: readonly { points: string; max_points: string }[],
  decimals: number,
): ValueWorking | null {
  const points_terms = terms.map(({ points }) => trimZeros(points));
  const max_terms = terms.map(({ max_points }) => trimZeros(max_points));
  const [points, max_points] = [addUp(points_terms), addUp(max_terms)];
  if (max_points === '0') return null;
  const [s, m] = [readDecimal(points), readDecimal(max_points)];
  const value = divideHalfUp(s, m, decimals);
  const exact = compare(times(value, m), s) === 0;
  return { points_terms, points, max_terms, max_points, value: fixed(value, decimals), exact };
}
