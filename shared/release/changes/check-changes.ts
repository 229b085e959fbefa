import Big from 'big.js';
import { Fault } from '../../observability/fault.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { Changes, MeasureChange } from './changes.ts';

/** One wrong figure; none is the good case. */
export interface WrongChange {
  check: 'growth_against_right_column' | 'rank_parts_add_up';
  /** Measure or unit_id. */
  about: string;
  message: string;
}

/** A growth as somebody wants to publish it. */
export type GrowthClaim = Pick<MeasureChange, 'measure' | 'value_before' | 'value_after' | 'growth_percent'>;

type Averages = Pick<Scoreboard, 'release' | 'measures'>;

/** Recomputed from the two scoreboards by another way than they were made; throws the fault `SCORES_CHANGES_WRONG`. */
export function requireRightChanges(changes: Changes, now: Scoreboard, before: Scoreboard): void {
  const wrong = [...checkGrowth(changes.measures, now, before), ...checkParts(changes)];
  if (wrong.length === 0) return;
  const rows = wrong.slice(0, 10).map(({ check, about, message }) => `${check} ${about}: ${message}`);
  throw new Fault('SCORES_CHANGES_WRONG', `${wrong.length} row(s): ${rows.join('; ')}`);
}

/**
 * Both sides of a growth must be the same measure of their own release, and the growth theirs. The press release of 2024
 * divided each pillar by the next column of 2023.
 */
export function checkGrowth(claims: GrowthClaim[], now: Averages, before: Averages): WrongChange[] {
  return claims.flatMap((claim) =>
    [
      checkSide(claim.measure, claim.value_after, now),
      checkSide(claim.measure, claim.value_before, before),
      checkQuotient(claim),
    ].flatMap((message) =>
      message === null ? [] : [{ check: 'growth_against_right_column' as const, about: claim.measure, message }],
    ),
  );
}

function checkSide(measure: string, value: string | null, { release, measures }: Averages): string | null {
  const published = measures.find((one) => one.measure === measure)?.average ?? null;
  if (value === published) return null;
  const bearers = measures.filter(({ average }) => average !== null && average === value).map((one) => one.measure);
  const whose = bearers.length === 0 ? 'of no measure' : `of ${bearers.join(', ')}`;
  return `${value} is ${whose} in ${release}, where ${measure} is ${published}`;
}

/** Multiplied out: the rounded growth is within half of its last digit of the exact one. */
function checkQuotient({ value_before, value_after, growth_percent }: GrowthClaim): string | null {
  if (value_before === null || value_after === null || Big(value_before).lte(0)) {
    return growth_percent === null ? null : `${growth_percent} % of nothing`;
  }
  if (growth_percent === null) return 'has two values and no growth';
  const exact = Big(value_after).minus(value_before).times(100);
  const distance = exact.minus(Big(growth_percent).times(value_before));
  const half = Big(value_before).times('0.05');
  const isNearest = distance.gte(half.neg()) && distance.lt(half);
  return isNearest ? null : `${growth_percent} % is not the growth from ${value_before} to ${value_after}`;
}

function checkParts({ units }: Changes): WrongChange[] {
  return units.flatMap(({ unit_id, state, rank_change, rank_parts }) => {
    const sum = rank_parts && rank_parts.own + rank_parts.others + (rank_parts.method ?? 0) + rank_parts.merger;
    if (sum === rank_change && (rank_parts !== null) === (state === 'compared')) return [];
    const message = `${state}, ${rank_change} places, parts ${JSON.stringify(rank_parts)}`;
    return [{ check: 'rank_parts_add_up' as const, about: unit_id, message }];
  });
}
