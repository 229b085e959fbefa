import { compare, type Decimal, fixed, meanHalfUp, minus, readDecimal } from '../../scoring/reference/exact.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { IndicatorPoints, Scores } from '../../scoring/scores.ts';

/** Of all units that have a value. Decimal text with as many decimals as the values. */
export interface GroupFigure {
  median: string;
  best: string;
  units: number;
}

/** What the figures of a unit are read beside: made once for all profiles of a release. */
export interface GroupFigures {
  /** Of published values, by measure; absent: nobody has one. */
  measures: ReadonlyMap<string, GroupFigure>;
  /** Of the points that count, by indicator. */
  indicators: ReadonlyMap<string, GroupFigure>;
  /** By unit_id, in the order of the framework. */
  points: ReadonlyMap<string, IndicatorPoints[]>;
}

export function figuresOfGroup(
  scoreboard: Scoreboard,
  { indicator_points }: Pick<Scores, 'indicator_points'>,
): GroupFigures {
  const values = scoreboard.measures.map(
    ({ measure }) => [measure, scoreboard.units.flatMap(({ scores }) => scores[measure]?.value ?? [])] as const,
  );
  const byIndicator = Map.groupBy(indicator_points, ({ indicator }) => indicator);
  const points = [...byIndicator].map(
    ([indicator, rows]) => [indicator, rows.flatMap(({ points }) => points ?? [])] as const,
  );
  return {
    measures: describeEach(values),
    indicators: describeEach(points),
    points: Map.groupBy(indicator_points, ({ unit_id }) => unit_id),
  };
}

const describeEach = (all: readonly (readonly [string, string[]])[]): Map<string, GroupFigure> =>
  new Map(all.flatMap(([name, values]) => (values.length === 0 ? [] : [[name, describe(values)] as const])));

function describe(texts: string[]): GroupFigure {
  const sorted = texts.map(readDecimal).sort(compare);
  const { decimals } = sorted[0]!;
  return {
    median: fixed(medianOf(sorted), decimals),
    best: fixed(sorted.at(-1)!, decimals),
    units: sorted.length,
  };
}

/** Of an even number the mean of the two in the middle, half up. */
function medianOf(sorted: Decimal[]): Decimal {
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return meanHalfUp([sorted[middle - 1]!, sorted[middle]!], sorted[middle]!.decimals);
}

/** `a − b` as text, with the decimals of the finer one. */
export function differenceOf(a: string, b: string): string {
  const difference = minus(readDecimal(a), readDecimal(b));
  return fixed(difference, difference.decimals);
}
