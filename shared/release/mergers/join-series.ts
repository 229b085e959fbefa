import type { Framework } from '../../frameworks/framework.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import type { Scoreboard } from '../../scoring/scoreboard.ts';
import type { Backcasts, SuccessorBackcasts } from './backcasts.ts';

/** One measure of one unit across its formation. Values only: ranks of different groups have nothing in common. */
export interface UnitSeries {
  unit_id: string;
  unit_name_vi: string;
  measure: string;
  /** By period end. */
  points: SeriesPoint[];
}

export interface SeriesPoint {
  period: string;
  framework_id: string;
  /** Points of one segment may be compared; a framework that is not comparable with the last one begins the next. */
  segment: number;
  /** Before the unit reported itself; null: not computed. */
  official_mean: string | null;
  /** The same; null: not computed. */
  as_if_merged: string | null;
  /** The same; null: not computed. */
  weighted: string | null;
  /** Its own, of a release. */
  published: string | null;
}

/** A back-cast round or a release of the units themselves, with the framework that says what it may be compared with. */
export type SeriesRound = { framework: Framework } & (
  | { backcasts: Backcasts; scoreboard?: never }
  | { scoreboard: Scoreboard; backcasts?: never }
);

/** Every measure that has a value in any round, by unit and measure. */
export function joinSeries(rounds: readonly SeriesRound[]): UnitSeries[] {
  const ordered = [...rounds].sort((a, b) => comparePeriodEnds(parsePeriod(periodOf(a)), parsePeriod(periodOf(b))));
  const segments = numberSegments(ordered);
  const measures = [
    ...new Set(ordered.flatMap(({ framework }) => measuresOf(framework).map(({ measure }) => measure))),
  ];
  return [...namesOf(ordered)].flatMap(([unit_id, unit_name_vi]) =>
    measures.flatMap((measure) => {
      const points = ordered.flatMap((round, i) => pointOf(round, segments[i]!, unit_id, measure) ?? []);
      return points.length === 0 ? [] : [{ unit_id, unit_name_vi, measure, points }];
    }),
  );
}

const periodOf = ({ backcasts, scoreboard }: SeriesRound): string => (backcasts ?? scoreboard).period;

function numberSegments(rounds: readonly SeriesRound[]): number[] {
  let segment = 1;
  return rounds.map(({ framework }, i) => {
    const before = rounds[i - 1]?.framework;
    const isComparable =
      !before || [framework.framework_id, ...(framework.comparable_with ?? [])].includes(before.framework_id);
    if (!isComparable) segment += 1;
    return segment;
  });
}

/** Of the units of the last round that holds them, by unit_id. */
function namesOf(rounds: readonly SeriesRound[]): Map<string, string> {
  const named = rounds.flatMap(({ backcasts, scoreboard }) =>
    [...(backcasts ?? scoreboard).units].map(({ unit_id, unit_name_vi }) => [unit_id, unit_name_vi] as const),
  );
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}

const noValues = { official_mean: null, as_if_merged: null, weighted: null, published: null };

function pointOf(round: SeriesRound, segment: number, unitId: string, measure: string): SeriesPoint | null {
  const { framework_id } = round.framework;
  const values = round.backcasts
    ? backcastValues(
        round.backcasts.units.find(({ unit_id }) => unit_id === unitId),
        measure,
      )
    : { published: round.scoreboard.units.find(({ unit_id }) => unit_id === unitId)?.scores[measure]?.value ?? null };
  const hasValue = Object.values(values).some((value) => value !== null);
  return hasValue ? { period: periodOf(round), framework_id, segment, ...noValues, ...values } : null;
}

const backcastValues = (unit: SuccessorBackcasts | undefined, measure: string) => ({
  official_mean: unit?.official_mean.scores[measure]?.value ?? null,
  as_if_merged: unit?.as_if_merged.scores[measure]?.value ?? null,
  weighted: unit?.weighted.scores[measure]?.value ?? null,
});
