import { compare, type Decimal, divideHalfUp, fixed, minus, plus, readDecimal } from '../../scoring/reference/exact.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import { unitLabel } from '../../units/unit-label.ts';

/** What would have been needed to stand before the next better unit, all others as they are. */
export interface NextRank {
  /** Fewest more points, with as many decimals as points have. */
  points: string;
  /** What would then be published, and the rank of it. */
  value: string;
  rank: number;
  /** Of the units that would be passed. */
  passed: string[];
}

/** `first`: nobody stands before it. `out_of_reach`: not even all points would lift it over the next. Null: no rank. */
export type NextRankAnswer = NextRank | 'first' | 'out_of_reach' | null;

/**
 * By the scorer's own arithmetic: the smallest sum of points, on the grid that points have, whose published value is more
 * than that of the next better unit. Equal would only share its rank.
 */
export function findNextRank(scoreboard: Scoreboard, unitId: string, measure: string): NextRankAnswer {
  const ranked = scoreboard.units.filter(({ scores }) => scores[measure]?.rank != null);
  const own = ranked.find(({ unit_id }) => unit_id === unitId)?.scores[measure];
  if (!own) return null;
  const value = readDecimal(own.value);
  const better = ranked.filter(({ scores }) => compare(readDecimal(scores[measure]!.value), value) > 0);
  if (better.length === 0) return 'first';
  const values = better.map(({ scores }) => readDecimal(scores[measure]!.value));
  const next = values.reduce((least, one) => (compare(one, least) < 0 ? one : least));
  const max = readDecimal(own.max_points);
  const needed = fewestPoints(next, max, readDecimal(own.points).decimals);
  if (compare(needed, max) > 0) return 'out_of_reach';
  const reached = divideHalfUp(needed, max, next.decimals);
  return {
    points: fixed(minus(needed, readDecimal(own.points)), needed.decimals),
    value: fixed(reached, reached.decimals),
    rank: 1 + values.filter((one) => compare(one, reached) > 0).length,
    passed: better.filter((_, place) => compare(values[place]!, reached) < 0).map(unitLabel),
  };
}

/** Starts a step below where half-up rounding would turn, and lets the scorer's division itself say which is the first. */
function fewestPoints(next: Decimal, max: Decimal, decimals: number): Decimal {
  const step: Decimal = { digits: 1n, decimals };
  const turn = plus(
    { digits: next.digits * 10n, decimals: next.decimals + 1 },
    { digits: 5n, decimals: next.decimals + 1 },
  );
  const at = max.digits * turn.digits;
  const scale = max.decimals + turn.decimals - decimals;
  let needed: Decimal = { digits: scale >= 0 ? at / 10n ** BigInt(scale) : at * 10n ** BigInt(-scale), decimals };
  needed = minus(needed, step);
  while (compare(divideHalfUp(needed, max, next.decimals), next) <= 0) needed = plus(needed, step);
  return needed;
}
