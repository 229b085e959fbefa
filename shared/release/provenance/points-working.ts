import Big from 'big.js';
import type { Framework, Indicator, ScoringRule, Tier } from '../../frameworks/framework.ts';
import { Fault } from '../../observability/fault.ts';
import { compare, type Decimal, divideHalfUp, fixed, readDecimal, times, zero } from '../../scoring/reference/exact.ts';
import { readFormula } from '../../scoring/reference/points-by-rule.ts';
import type { PointsWorking, WorkedTier } from './provenance.ts';

/** Canonical decimals by input of one indicator. */
export type Figures = ReadonlyMap<string, string>;

/** The indicator's rule with the declared figures put in. Throws the fault `SCORING_INPUTS_BROKEN` where one is missing. */
export function workPoints(framework: Framework, indicator: Indicator, figures: Figures): PointsWorking {
  switch (indicator.rule) {
    case 'count_tiers':
      return { kind: 'step', figure: figureOf(figures, 'count'), tier: reachedTier(indicator, figures) };
    case 'role_tiers':
      return { kind: 'option', figure: figureOf(figures, 'choice'), tier: chosenTier(indicator, figures) };
    case 'additive_parts':
      return { kind: 'parts', parts: (indicator.tiers ?? []).map((tier) => answeredPart(tier, figures)) };
    default:
      return workQuotient(framework, indicator, figures);
  }
}

function workQuotient({ points_decimals }: Framework, indicator: Indicator, figures: Figures): PointsWorking {
  const tokens = tokensByRule[indicator.rule as QuotientRule](indicator, (input) => figureOf(figures, input));
  const points = readFormula(indicator)((input) => readDecimal(figureOf(figures, input)), 'the unit');
  if (!points) return { kind: 'indivisible', tokens, earns: indicator.zero_denominator ?? 'not_applicable' };
  const rounded = divideHalfUp(points.dividend, points.divisor, points_decimals);
  return {
    kind: 'quotient',
    tokens,
    rounded: trimZeros(fixed(rounded, points_decimals)),
    exact: compare(times(rounded, points.divisor), points.dividend) === 0,
    bound: boundOf(rounded, readDecimal(indicator.max_points)),
  };
}

type QuotientRule = Exclude<ScoringRule, 'count_tiers' | 'role_tiers' | 'additive_parts'>;
type Put = (input: string) => string;

/** As docs/methodology.md writes each rule. */
const tokensByRule: Record<QuotientRule, (indicator: Indicator, put: Put) => string[]> = {
  direct: (indicator, put) => [put('value'), '×', maxOf(indicator)],
  yes_no: (indicator, put) => [put('answer'), '×', maxOf(indicator)],
  external: (indicator, put) => [put('value'), ...overTarget(indicator), '×', maxOf(indicator)],
  ratio: (indicator, put) => [put('numerator'), '/', put('denominator'), '×', maxOf(indicator)],
  ratio_threshold: (indicator, put) => [
    ...[put('numerator'), '/', '(', put('denominator'), '×', targetOf(indicator), ')', '×', maxOf(indicator)],
  ],
  growth: (indicator, put) => [
    ...['(', put('value'), '−', put('previous'), ')', '/'],
    ...['(', put('previous'), '×', targetOf(indicator), ')', '×', maxOf(indicator)],
  ],
};

const maxOf = ({ max_points }: Indicator): string => trimZeros(max_points);
const targetOf = ({ target = '1' }: Indicator): string => trimZeros(target);
const overTarget = (indicator: Indicator): string[] =>
  indicator.target === undefined ? [] : ['/', targetOf(indicator)];

function boundOf(points: Decimal, maxPoints: Decimal): 'maximum' | 'zero' | null {
  if (compare(points, zero) < 0) return 'zero';
  return compare(points, maxPoints) > 0 ? 'maximum' : null;
}

function reachedTier({ tiers = [] }: Indicator, figures: Figures): WorkedTier | null {
  const count = readDecimal(figureOf(figures, 'count'));
  const reached = tiers.filter(({ key }) => compare(readDecimal(key), count) <= 0);
  const highest = reached.sort((a, b) => compare(readDecimal(b.key), readDecimal(a.key)))[0];
  return highest ? workedTier(highest) : null;
}

function chosenTier({ tiers = [] }: Indicator, figures: Figures): WorkedTier | null {
  const choice = readDecimal(figureOf(figures, 'choice'));
  const chosen = tiers.find(({ key }) => compare(readDecimal(key), choice) === 0);
  return chosen ? workedTier(chosen) : null;
}

const answeredPart = (tier: Tier, figures: Figures) => ({
  ...workedTier(tier),
  answered: figureOf(figures, `part_${tier.key}`) === '1',
});

const workedTier = ({ key, points, label_vi }: Tier): WorkedTier => ({ key, points: trimZeros(points), label_vi });

function figureOf(figures: Figures, input: string): string {
  const figure = figures.get(input);
  if (figure === undefined) throw new Fault('SCORING_INPUTS_BROKEN', `${input} is not among the figures`);
  return figure;
}

/** `15.0000` → `15`: the zeros are the scale's, not the figure's. */
export const trimZeros = (decimal: string): string => new Big(decimal).toFixed();

/** Points as the rule gives them, at the scale that they are kept with; null: the indicator leaves the maximum. */
export function pointsWorked(working: PointsWorking, { max_points }: Indicator, decimals: number): string | null {
  const points = boundedPoints(working, max_points);
  return points === null ? null : new Big(points).toFixed(decimals);
}

function boundedPoints(working: PointsWorking, maxPoints: string): string | null {
  switch (working.kind) {
    case 'quotient':
      if (working.bound === 'zero') return '0';
      return working.bound === 'maximum' ? maxPoints : working.rounded;
    case 'indivisible':
      return working.earns === 'zero_points' ? '0' : null;
    case 'parts':
      return addUp(working.parts.filter(({ answered }) => answered).map(({ points }) => points));
    default:
      return working.tier?.points ?? '0';
  }
}

/** Exact. */
export const addUp = (points: readonly string[]): string =>
  points.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed();
