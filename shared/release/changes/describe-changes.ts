import type { Framework } from '../../frameworks/framework.ts';
import { compare, divideHalfUp, fixed, minus, readDecimal, times, zero } from '../../scoring/reference/exact.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import { totalMeasure } from '../read-scoreboard.ts';
import type { Changes, MeasureChange, MethodState, ScoreChange, UnitChange, UnitChangeState } from './changes.ts';
import { requireComparable } from './comparable.ts';
import { type RankedValues, splitRankChanges } from './split-rank-change.ts';

export interface ChangesSource {
  now: Scoreboard;
  before: Scoreboard;
  /** That of `now`. */
  framework: Framework;
  /** Totals of the earlier round under the present framework, by unit_id; null: it was not scored again. */
  rescored: RankedValues | null;
}

/** Throws a fault `CHANGE_…` when the two may not be compared. */
export function describeChanges(source: ChangesSource): Changes {
  const { now, before, framework } = source;
  requireComparable(now, framework, before);
  const { rescored, method } = settleMethod(source);
  const parts = splitRankChanges({ before: rankedTotals(before), after: rankedTotals(now), restated: rescored });
  const known = new Map(before.units.map((unit) => [unit.unit_id, unit]));
  const members = new Set(now.units.map(({ unit_id }) => unit_id));
  return {
    release: now.release,
    against: describeAgainst(before),
    method,
    measures: now.measures.map((measure) => describeMeasure(measure, now, before)),
    units: now.units.map((unit) => {
      const earlier = known.get(unit.unit_id) ?? null;
      return {
        ...describeUnit(unit, earlier, now),
        rank_parts: parts.get(unit.unit_id) ?? null,
        scores: scoresOf(unit, earlier, now),
      };
    }),
    left: before.units
      .filter(({ unit_id }) => !members.has(unit_id))
      .map(({ unit_id, unit_name_vi, rank }) => ({ unit_id, unit_name_vi, rank_before: rank }))
      .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1)),
  };
}

/** A restated round that leaves somebody out cannot rank the others. */
function settleMethod({ now, before, rescored }: ChangesSource): {
  rescored: RankedValues | null;
  method: MethodState;
} {
  const ranked = rankedTotals(before);
  if (now.framework.sha256 === before.framework.sha256) return { rescored: ranked, method: 'unchanged' };
  const isWhole = rescored !== null && [...ranked.keys()].every((unitId) => rescored.has(unitId));
  return isWhole ? { rescored, method: 'rescored' } : { rescored: null, method: 'not_separated' };
}

function rankedTotals(scoreboard: Scoreboard): RankedValues {
  const total = totalMeasure(scoreboard)?.measure;
  return new Map(
    scoreboard.units.flatMap(({ unit_id, rank, scores }) => {
      const score = total === undefined || rank === null ? undefined : scores[total];
      return score ? [[unit_id, readDecimal(score.value)] as const] : [];
    }),
  );
}

const describeAgainst = ({ release, period, closing_date, framework }: Scoreboard): Changes['against'] => ({
  release,
  period,
  closing_date,
  framework: { framework_id: framework.framework_id, version: framework.version, sha256: framework.sha256 },
});

function describeMeasure(
  { measure, kind, average }: Scoreboard['measures'][number],
  now: Scoreboard,
  before: Scoreboard,
): MeasureChange {
  const earlier = before.measures.find((one) => one.measure === measure)?.average ?? null;
  return {
    measure,
    kind,
    value_before: earlier,
    value_after: average,
    value_change: changeOf(earlier, average),
    growth_percent: growthPercent(earlier, average),
    units_before: countValues(before, measure),
    units_after: countValues(now, measure),
  };
}

const countValues = ({ units }: Scoreboard, measure: string) => units.filter(({ scores }) => measure in scores).length;

/** Half up, one decimal: `1.0`, `-0.3`. Null where a side is missing or there was nothing to grow from. */
export function growthPercent(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const from = readDecimal(before);
  if (compare(from, zero) <= 0) return null;
  return fixed(divideHalfUp(times(minus(readDecimal(after), from), readDecimal('100')), from, 1), 1);
}

/** With as many decimals as the finer side. */
function changeOf(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const difference = minus(readDecimal(after), readDecimal(before));
  return fixed(difference, difference.decimals);
}

function describeUnit(
  unit: ScoreboardUnit,
  earlier: ScoreboardUnit | null,
  now: Scoreboard,
): Omit<UnitChange, 'rank_parts' | 'scores'> {
  const before = totalMeasure(now) ? (earlier?.rank ?? null) : null;
  return {
    unit_id: unit.unit_id,
    unit_name_vi: unit.unit_name_vi,
    state: stateOf(unit, earlier),
    rank_before: before,
    rank_after: unit.rank,
    rank_change: placesGained(before, unit.rank),
  };
}

function stateOf(unit: ScoreboardUnit, earlier: ScoreboardUnit | null): UnitChangeState {
  if (unit.rank === null) return 'unranked_now';
  if (earlier === null) return 'joined';
  return earlier.rank === null ? 'unranked_before' : 'compared';
}

const placesGained = (before: number | null, after: number | null) =>
  before === null || after === null ? null : before - after;

function scoresOf(unit: ScoreboardUnit, earlier: ScoreboardUnit | null, now: Scoreboard): Record<string, ScoreChange> {
  const pairs = now.measures.flatMap(({ measure }): [string, ScoreChange][] => {
    const [old, present] = [earlier?.scores[measure], unit.scores[measure]];
    if (!old && !present) return [];
    const [rank_before, rank_after] = [old?.rank ?? null, present?.rank ?? null];
    const [value_before, value_after] = [old?.value ?? null, present?.value ?? null];
    const value_change = changeOf(value_before, value_after);
    const rank_change = placesGained(rank_before, rank_after);
    return [[measure, { value_before, value_after, value_change, rank_before, rank_after, rank_change }]];
  });
  return Object.fromEntries(pairs);
}
