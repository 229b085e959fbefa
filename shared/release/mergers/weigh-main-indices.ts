import type { Framework } from '../../frameworks/framework.ts';
import { compare, type Decimal, divideHalfUp, readDecimal, sum, times, zero } from '../../scoring/reference/exact.ts';
import type { Tally } from '../../scoring/reference/score-measures.ts';

export interface WeighedPredecessor {
  /** Null: it has none. */
  weight: string | null;
  /** Published values by main index. */
  values: ReadonlyMap<string, string>;
}

/** Null where a weight is missing, not positive, or no column was given. */
export function readWeights(predecessors: readonly WeighedPredecessor[]): Decimal[] | null {
  const weights = predecessors.flatMap(({ weight }) => (weight === null ? [] : [readDecimal(weight)]));
  const isWhole = weights.length === predecessors.length && weights.every((weight) => compare(weight, zero) > 0);
  return isWhole ? weights : null;
}

/**
 * Each assessed main index as the weighted mean of the published ones, divided once, half up; then points as in the
 * official rule. Null when a predecessor has no value.
 */
export function weighMainIndices(
  framework: Framework,
  predecessors: readonly WeighedPredecessor[],
  weights: readonly Decimal[],
): Map<string, Tally> | null {
  const tallies = new Map<string, Tally>();
  const assessed = framework.indicators.filter((indicator) => indicator.assessed);
  for (const [mainIndex, indicators] of Map.groupBy(assessed, ({ main_index }) => main_index)) {
    const found = predecessors.map(({ values }) => values.get(mainIndex));
    if (found.includes(undefined)) return null;
    const products = found.map((value, i) => times(readDecimal(value!), weights[i]!));
    const mean = divideHalfUp(sum(products), sum(weights), framework.decimals);
    const maxPoints = sum(indicators.map(({ max_points }) => readDecimal(max_points)));
    tallies.set(mainIndex, { points: times(mean, maxPoints), maxPoints });
  }
  return tallies;
}
