import type { Framework, Indicator, ScoringRule } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import type { FrozenObservation, FrozenUnit, ScoringInputs } from '../scores.ts';
import { type Decimal, Exact, roundHalfUp, zero } from './exact.ts';

export interface ScoredIndicator {
  unitId: string;
  indicator: Indicator;
  points: Decimal;
}

type FigureOf = (input: string) => Decimal;

/** Points of an indicator before rounding, by rule. */
const pointsByRule: Record<ScoringRule, (maxPoints: Decimal, figureOf: FigureOf) => Decimal> = {
  direct: (maxPoints, figureOf) => figureOf('value').times(maxPoints),
};

/**
 * Points of every assessed indicator for every unit that submitted, by unit_id, then in framework order. Throws the
 * fault `SCORING_INPUTS_BROKEN` where a figure is missing, repeated or nobody's: missing is never zero.
 */
export function scoreIndicators({ framework, units, observations }: ScoringInputs): ScoredIndicator[] {
  const submitted = units.filter((unit) => unit.submitted);
  const values = indexObservations(framework, submitted, observations);
  const assessed = framework.indicators.filter((indicator) => indicator.assessed);
  return submitted
    .sort((a, b) => (a.unit_id < b.unit_id ? -1 : 1))
    .flatMap(({ unit_id }) => assessed.map((indicator) => scoreIndicator(framework, unit_id, indicator, values)));
}

function scoreIndicator(
  framework: Framework,
  unitId: string,
  indicator: Indicator,
  values: ReadonlyMap<string, Decimal>,
): ScoredIndicator {
  const figureOf: FigureOf = (input) => {
    const value = values.get(keyOf(unitId, indicator.indicator, input));
    if (!value) throw broken(`${unitId} has no ${input} of ${indicator.indicator}, yet counts as submitted`);
    return value;
  };
  const maxPoints = new Exact(indicator.max_points);
  const points = roundHalfUp(pointsByRule[indicator.rule](maxPoints, figureOf), framework.points_decimals);
  return { unitId, indicator, points: clamp(points, maxPoints) };
}

function indexObservations(framework: Framework, submitted: FrozenUnit[], observations: FrozenObservation[]) {
  const unitIds = new Set(submitted.map((unit) => unit.unit_id));
  const indicators = new Set(framework.indicators.map(({ indicator }) => indicator));
  const values = new Map<string, Decimal>();
  for (const { unit_id, indicator, input, value } of observations) {
    const key = keyOf(unit_id, indicator, input);
    if (!unitIds.has(unit_id)) throw broken(`${unit_id} has figures, but is not among the units that submitted`);
    if (!indicators.has(indicator)) throw broken(`${unit_id} has ${indicator}, which the framework does not know`);
    if (values.has(key)) throw broken(`${unit_id} has ${input} of ${indicator} twice`);
    values.set(key, new Exact(value));
  }
  return values;
}

const keyOf = (unitId: string, indicator: string, input: string) => `${unitId} ${indicator} ${input}`;

function clamp(points: Decimal, maxPoints: Decimal): Decimal {
  if (points.lt(zero)) return zero;
  return points.gt(maxPoints) ? maxPoints : points;
}

const broken = (message: string) => new Fault('SCORING_INPUTS_BROKEN', message);
