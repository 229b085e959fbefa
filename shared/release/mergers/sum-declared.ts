import type { Framework, Indicator } from '../../frameworks/framework.ts';
import { type Decimal, fixed, meanHalfUp, plus, readDecimal, sum } from '../../scoring/reference/exact.ts';
import { scoreReference } from '../../scoring/reference/score-reference.ts';
import type { FrozenObservation, IndicatorPoints, ScoringInputs } from '../../scoring/scores.ts';
import { additivityOf } from './additive-rules.ts';
import type { SummedIndicator, SummedState } from './backcasts.ts';

/** A predecessors' round, read for one successor after another. */
export interface DeclaredRound {
  inputs: ScoringInputs;
  points: ReadonlyMap<string, IndicatorPoints>;
  observations: ReadonlyMap<string, FrozenObservation[]>;
  /** Keys of indicators that a unit was not asked, or that do not apply to it. */
  left: ReadonlySet<string>;
}

const keyOf = ({ unit_id, indicator }: { unit_id: string; indicator: string }) => `${unit_id} ${indicator}`;

export function readDeclared(inputs: ScoringInputs): DeclaredRound {
  const { answers = [], observations } = inputs;
  const leaves = answers.filter(({ state }) => state === 'not_applicable' || state === 'not_due');
  return {
    inputs,
    points: new Map(scoreReference(inputs).indicator_points.map((row) => [keyOf(row), row])),
    observations: Map.groupBy(observations, keyOf),
    left: new Set(leaves.map(keyOf)),
  };
}

/** Every assessed indicator of one successor, in framework order; null when a predecessor was not scored. */
export function sumDeclared(round: DeclaredRound, formedFrom: readonly string[]): SummedIndicator[] | null {
  const { framework } = round.inputs;
  const assessed = framework.indicators.filter((indicator) => indicator.assessed);
  const isScored = (unit_id: string) =>
    assessed.every(({ indicator }) => round.points.has(keyOf({ unit_id, indicator })));
  if (!formedFrom.every(isScored)) return null;
  const states = assessed.map((indicator) => ({ indicator, ...stateOf(round, indicator, formedFrom) }));
  const summed = scoreSums(
    round,
    states.filter(({ state }) => state === 'summed'),
  );
  return states.map(({ indicator, state, rows }) => {
    const own = summed.get(indicator.indicator);
    const { points, max_points } = own ?? meanOfPoints(framework, indicator, rows);
    const isLeft = points === null;
    return { indicator: indicator.indicator, state: isLeft ? 'not_applicable' : state, points, max_points };
  });
}

interface Standing {
  state: SummedState;
  /** Of the predecessors to which it applied and that were asked. */
  rows: IndicatorPoints[];
}

function stateOf(round: DeclaredRound, indicator: Indicator, formedFrom: readonly string[]): Standing {
  const code = indicator.indicator;
  const keys = formedFrom.map((unit_id) => keyOf({ unit_id, indicator: code })).filter((key) => !round.left.has(key));
  const rows = keys.map((key) => round.points.get(key)!);
  if (rows.length === 0) return { state: 'not_applicable', rows };
  if (additivityOf[indicator.rule].inputs.length === 0) return { state: 'not_additive', rows };
  if (rows.some(({ state }) => state === 'not_answered')) return { state: 'not_answered', rows };
  if (rows.some(({ appraised_points }) => appraised_points !== null)) return { state: 'appraised', rows };
  return { state: 'summed', rows };
}

const merged = 'merged';

/** The sums as if one unit had declared them, by the framework's own rules. */
function scoreSums(
  round: DeclaredRound,
  standings: (Standing & { indicator: Indicator })[],
): Map<string, IndicatorPoints> {
  const { framework } = round.inputs;
  const codes = new Set(standings.map(({ indicator }) => indicator.indicator));
  const scores = scoreReference({
    framework: { ...framework, indicators: framework.indicators.filter(({ indicator }) => codes.has(indicator)) },
    units: [{ unit_id: merged, name_vi: merged, submitted: true, ranked: false }],
    observations: standings.flatMap(({ rows }) =>
      sumFigures(rows.flatMap((row) => round.observations.get(keyOf(row)) ?? [])),
    ),
  });
  return new Map(scores.indicator_points.map((row) => [row.indicator, row]));
}

function sumFigures(observations: FrozenObservation[]): FrozenObservation[] {
  return [...Map.groupBy(observations, ({ input }) => input).values()].map((figures) => {
    const total = sum(figures.map(({ value }) => readDecimal(value)));
    return { ...figures[0]!, unit_id: merged, value: fixed(total, total.decimals) };
  });
}

/** Over those that count; a zero of an unanswered one counts, as in the official mean. */
function meanOfPoints(
  framework: Framework,
  indicator: Indicator,
  rows: IndicatorPoints[],
): Pick<SummedIndicator, 'points' | 'max_points'> {
  const decimals = framework.points_decimals;
  const points = rows.flatMap((row): Decimal[] => (row.points === null ? [] : [readDecimal(row.points)]));
  if (points.length === 0) return { points: null, max_points: fixed(readDecimal('0'), decimals) };
  return {
    points: fixed(meanHalfUp(points, decimals), decimals),
    max_points: fixed(readDecimal(indicator.max_points), decimals),
  };
}

/** Sums of points and maxima by main index, of indicators that count. */
export function tallyIndicators(framework: Framework, indicators: SummedIndicator[]) {
  const mainIndexOf = new Map(framework.indicators.map((one) => [one.indicator, one.main_index]));
  const tallies = new Map<string, { points: Decimal; maxPoints: Decimal }>();
  for (const { indicator, points, max_points } of indicators) {
    const code = mainIndexOf.get(indicator)!;
    const before = tallies.get(code) ?? { points: readDecimal('0'), maxPoints: readDecimal('0') };
    tallies.set(code, {
      points: plus(before.points, readDecimal(points ?? '0')),
      maxPoints: plus(before.maxPoints, readDecimal(max_points)),
    });
  }
  return tallies;
}
