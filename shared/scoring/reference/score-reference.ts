import type { IndicatorPoints, Scores, ScoringInputs } from '../scores.ts';
import { Exact, fixed } from './exact.ts';
import { type ScoredIndicator, scoreIndicators } from './score-indicators.ts';
import { scoreMeasures, type TalliedUnit, type Tally } from './score-measures.ts';

/**
 * The scorer that shares nothing with the SQL but the framework: it gives a unit its preview, and every run compares
 * the two to the last digit.
 */
export function scoreReference(inputs: ScoringInputs): Scores {
  const scored = scoreIndicators(inputs);
  const ranked = new Map(inputs.units.map((unit) => [unit.unit_id, unit.ranked]));
  const units = [...Map.groupBy(scored, ({ unitId }) => unitId)].map(
    ([unitId, indicators]): TalliedUnit => ({
      unitId,
      ranked: ranked.get(unitId) ?? false,
      tallies: tallyMainIndices(indicators),
    }),
  );
  return {
    indicator_points: scored.map((row) => toRow(row, inputs.framework.points_decimals)),
    ...scoreMeasures(inputs.framework, units),
  };
}

function tallyMainIndices(indicators: ScoredIndicator[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { indicator, points } of indicators) {
    const before = tallies.get(indicator.main_index);
    const maxPoints = new Exact(indicator.max_points);
    tallies.set(indicator.main_index, {
      points: before ? before.points.plus(points) : points,
      maxPoints: before ? before.maxPoints.plus(maxPoints) : maxPoints,
    });
  }
  return tallies;
}

const toRow = ({ unitId, indicator, points }: ScoredIndicator, decimals: number): IndicatorPoints => ({
  unit_id: unitId,
  indicator: indicator.indicator,
  state: 'answered',
  self_points: fixed(points, decimals),
  appraised_points: null,
  points: fixed(points, decimals),
  max_points: fixed(new Exact(indicator.max_points), decimals),
});
