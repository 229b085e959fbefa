import type { Indicator, ScoringRule, Tier } from '../../frameworks/framework.ts';
import { broken } from './broken.ts';
import { compare, type Decimal, fixed, minus, one, readDecimal, sum, times, zero } from './exact.ts';

/** Points before rounding, not yet divided; the divisor is positive. Null: there was nothing to divide by. */
export type Points = { dividend: Decimal; divisor: Decimal } | null;

/** Declared figure of an input; throws where it is missing. */
export type FigureOf = (input: string) => Decimal;

/** The unit is named in what is refused. */
type Formula = (figureOf: FigureOf, unitId: string) => Points;

/** The indicator's rule with its parameters, read once however many units are scored. */
export const readFormula = (indicator: Indicator): Formula => formulas[indicator.rule](indicator);

const formulas: Record<ScoringRule, (indicator: Indicator) => Formula> = {
  direct: (indicator) => shareOf(indicator, 'value', one),
  external: (indicator) => shareOf(indicator, 'value', readDecimal(indicator.target ?? '1')),
  yes_no: (indicator) => shareOf(indicator, 'answer', one),
  ratio: (indicator) => ratioTo(indicator, one),
  ratio_threshold: (indicator) => ratioTo(indicator, targetOf(indicator)),
  growth: growthTo,
  count_tiers: highestTier,
  role_tiers: chosenTier,
  additive_parts: answeredParts,
};

function shareOf({ max_points }: Indicator, input: string, target: Decimal): Formula {
  const maxPoints = readDecimal(max_points);
  return (figureOf) => quotient(times(figureOf(input), maxPoints), target);
}

function ratioTo({ max_points }: Indicator, target: Decimal): Formula {
  const maxPoints = readDecimal(max_points);
  return (figureOf) => {
    const [numerator, denominator] = [figureOf('numerator'), figureOf('denominator')];
    return quotient(times(numerator, maxPoints), times(denominator, target));
  };
}

function growthTo(indicator: Indicator): Formula {
  const [maxPoints, target] = [readDecimal(indicator.max_points), targetOf(indicator)];
  return (figureOf) => {
    const [value, previous] = [figureOf('value'), figureOf('previous')];
    return quotient(times(minus(value, previous), maxPoints), times(previous, target));
  };
}

function highestTier(indicator: Indicator): Formula {
  const descending = tiersOf(indicator).sort((a, b) => compare(b.key, a.key));
  return (figureOf) => {
    const count = figureOf('count');
    return whole(descending.find(({ key }) => compare(key, count) <= 0)?.points ?? zero);
  };
}

function chosenTier(indicator: Indicator): Formula {
  const tiers = tiersOf(indicator);
  return (figureOf, unitId) => {
    const choice = figureOf('choice');
    const chosen = tiers.find(({ key }) => compare(key, choice) === 0);
    if (!chosen)
      throw broken(
        `${unitId} chose ${fixed(choice, choice.decimals)} of ${indicator.indicator}, which is no tier of it`,
      );
    return whole(chosen.points);
  };
}

function answeredParts(indicator: Indicator): Formula {
  const parts = tiersOf(indicator);
  return (figureOf) => {
    const answers = parts.map(({ input, points }) => ({ answer: figureOf(input), points }));
    return whole(sum(answers.filter(({ answer }) => compare(answer, one) === 0).map(({ points }) => points)));
  };
}

/** A divisor of zero or below means that there was nothing to measure against, not an infinite success. */
const quotient = (dividend: Decimal, divisor: Decimal): Points =>
  compare(divisor, zero) > 0 ? { dividend, divisor } : null;

const whole = (points: Decimal): Points => ({ dividend: points, divisor: one });

function targetOf({ indicator, target }: Indicator): Decimal {
  if (target === undefined) throw broken(`${indicator} is measured against a target, and has none`);
  return readDecimal(target);
}

function tiersOf({ indicator, tiers }: Indicator) {
  if (!tiers) throw broken(`${indicator} is scored by tiers, and has none`);
  return tiers.map(({ key, points }: Tier) => ({
    key: readDecimal(key),
    input: `part_${key}`,
    points: readDecimal(points),
  }));
}
