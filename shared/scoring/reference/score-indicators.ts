import type { Framework, Indicator } from '../../frameworks/framework.ts';
import type { AnswerState, ScoringInputs } from '../scores.ts';
import { compare, type Decimal, divideHalfUp, readDecimal, zero } from './exact.ts';
import { type FigureOf, readFormula } from './points-by-rule.ts';
import { readUnitInputs, type UnitInputs } from './unit-inputs.ts';

/** Points are null, and the maximum zero, where the indicator leaves both sides. */
export interface ScoredIndicator {
  indicator: Indicator;
  state: AnswerState;
  selfPoints: Decimal | null;
  appraisedPoints: Decimal | null;
  /** What counts. */
  points: Decimal | null;
  maxPoints: Decimal;
}

export interface ScoredUnit {
  unitId: string;
  ranked: boolean;
  /** All that are assessed, in framework order. */
  indicators: ScoredIndicator[];
}

type Claim = Pick<ScoredIndicator, 'state' | 'selfPoints'>;

/**
 * Every unit that submitted, by unit_id. Throws the fault `SCORING_INPUTS_BROKEN` where a figure is missing, repeated or
 * nobody's: missing is never zero.
 */
export function scoreIndicators(inputs: ScoringInputs): ScoredUnit[] {
  const scorers = inputs.framework.indicators
    .filter((indicator) => indicator.assessed)
    .map((indicator) => indicatorScorer(inputs.framework, indicator));
  return Array.from(readUnitInputs(inputs), (unitInputs) => ({
    unitId: unitInputs.unit.unit_id,
    ranked: unitInputs.unit.ranked,
    indicators: scorers.map((score) => score(unitInputs)),
  }));
}

function indicatorScorer(framework: Framework, indicator: Indicator) {
  const code = indicator.indicator;
  const maxPoints = readDecimal(indicator.max_points);
  const claimByRule = ruleScorer(framework, indicator, maxPoints);
  return ({ unit, figureOf, states, appraised }: UnitInputs): ScoredIndicator => {
    const claim = claimOf(states.get(code) ?? 'answered', (state) =>
      claimByRule(state, (input) => figureOf(code, input), unit.unit_id),
    );
    if (!claim.selfPoints) return { indicator, ...claim, appraisedPoints: null, points: null, maxPoints: zero };
    const appraisedPoints = appraised.get(code) ?? null;
    return { indicator, ...claim, appraisedPoints, points: appraisedPoints ?? claim.selfPoints, maxPoints };
  };
}

/** What the unit claims by its answer, before anyone appraises it. */
function claimOf(state: AnswerState, byRule: (state: AnswerState) => Claim): Claim {
  switch (state) {
    case 'answered':
    case 'carried':
      return byRule(state);
    case 'not_answered':
      return { state, selfPoints: zero };
    case 'not_applicable':
    case 'not_due':
      return { state, selfPoints: null };
  }
}

function ruleScorer(framework: Framework, indicator: Indicator, maxPoints: Decimal) {
  const formula = readFormula(indicator);
  const earnsZero = indicator.zero_denominator === 'zero_points';
  return (state: AnswerState, figureOf: FigureOf, unitId: string): Claim => {
    const points = formula(figureOf, unitId);
    if (!points) return earnsZero ? { state, selfPoints: zero } : { state: 'not_applicable', selfPoints: null };
    const rounded = divideHalfUp(points.dividend, points.divisor, framework.points_decimals);
    return { state, selfPoints: clamp(rounded, maxPoints) };
  };
}

function clamp(points: Decimal, maxPoints: Decimal): Decimal {
  if (compare(points, zero) < 0) return zero;
  return compare(points, maxPoints) > 0 ? maxPoints : points;
}
