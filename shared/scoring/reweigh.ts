import { compare, type Decimal, divideHalfUp, fixed, plus, readDecimal, times, zero } from './reference/exact.ts';
import { rankValues } from './reference/rank-values.ts';
import type { Scoreboard, ScoreboardUnit } from './scoreboard.ts';

/** Weights by main index, decimal text; at first the maximum points that the framework gives it. */
export type Weights = ReadonlyMap<string, string>;

export interface ReweighedUnit {
  unit_id: string;
  /** Null: nothing that counts for the unit has a weight. */
  value: string | null;
  /** Null also for units that the release does not rank. */
  rank: number | null;
}

/** Main indices of which something was assessed, with their maximum points: what there is to weigh, and how it was weighed. */
export const officialWeights = ({ measures }: Scoreboard): Weights =>
  new Map(
    measures.flatMap(({ kind, measure, max_points }) =>
      kind === 'main_index' && max_points !== null && compare(readDecimal(max_points), zero) > 0
        ? [[measure, max_points] as const]
        : [],
    ),
  );

/**
 * The total of every unit under other weights of the main indices, ranked as the framework ranks. A main index of S points
 * out of M counts S·w/W out of M·w/W, where W is the framework's maximum and w the weight in its stead; so a part that does
 * not apply to a unit stays out of its maximum. The sums are divided once, half up, and with w = W it is the published value.
 */
export function reweigh(scoreboard: Scoreboard, weights: Weights): ReweighedUnit[] {
  const shares = sharesOf(scoreboard, weights);
  const decimals = decimalsOf(scoreboard);
  const values = new Map(
    scoreboard.units.flatMap((unit) => {
      const value = totalOf(unit, shares, decimals);
      return value ? [[unit.unit_id, value] as const] : [];
    }),
  );
  const ranked = scoreboard.units.filter(({ state, unit_id }) => state === 'ranked' && values.has(unit_id));
  const ranks = rankValues(new Map(ranked.map(({ unit_id }) => [unit_id, values.get(unit_id)!])));
  return scoreboard.units.map(({ unit_id }) => {
    const value = values.get(unit_id);
    return { unit_id, value: value ? fixed(value, decimals) : null, rank: ranks.get(unit_id) ?? null };
  });
}

/** w/W of each main index over one denominator that all share and that a quotient of sums drops: w times every other W. */
function sharesOf(scoreboard: Scoreboard, weights: Weights): [string, Decimal][] {
  const official = [...officialWeights(scoreboard)];
  return official.map(([measure, own]) => {
    const others = official.filter(([other]) => other !== measure).map(([, points]) => readDecimal(points));
    return [measure, others.reduce(times, readDecimal(weights.get(measure) ?? own))];
  });
}

function totalOf({ scores }: ScoreboardUnit, shares: [string, Decimal][], decimals: number): Decimal | null {
  let [points, maximum] = [zero, zero];
  for (const [measure, share] of shares) {
    const score = scores[measure];
    if (!score) continue;
    points = plus(points, times(readDecimal(score.points), share));
    maximum = plus(maximum, times(readDecimal(score.max_points), share));
  }
  return compare(maximum, zero) > 0 ? divideHalfUp(points, maximum, decimals) : null;
}

/** As many as the published values show. */
const decimalsOf = ({ units }: Scoreboard): number =>
  units
    .flatMap(({ scores }) => Object.values(scores))
    .at(0)
    ?.value.split('.')[1]?.length ?? 0;
