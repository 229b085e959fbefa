import type { Framework, Measure } from '../../frameworks/framework.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import type { MeasureAverage, MeasureScore, Scores } from '../scores.ts';
import { compare, type Decimal, divideHalfUp, fixed, meanHalfUp, readDecimal, sum, zero } from './exact.ts';
import { rankValues } from './rank-values.ts';

/** S and M of one main index. */
export interface Tally {
  points: Decimal;
  maxPoints: Decimal;
}

/** Of the indicators that count for a unit: those it answered, or carried figures for, and all of them. */
export interface AnswerCount {
  answered: number;
  asked: number;
}

export interface TalliedUnit {
  unitId: string;
  /** False: keeps its values and its part in averages, and takes no place. */
  ranked: boolean;
  /** By main index; a main index of which nothing was assessed may be left out. */
  tallies: ReadonlyMap<string, Tally>;
  /** By main index; absent: the tallies were carried over, and nobody was asked. */
  counts?: ReadonlyMap<string, AnswerCount>;
}

interface MeasuredUnit extends Tally, AnswerCount {
  unitId: string;
  ranked: boolean;
  value: Decimal | null;
}

/** Total, main indices and pillars, each divided once from its own S and M. */
export function scoreMeasures(framework: Framework, units: TalliedUnit[]): Omit<Scores, 'indicator_points'> {
  const perMeasure = measuresOf(framework).map((measure) => scoreMeasure(framework, measure, units));
  return {
    measure_scores: units.flatMap((_unit, i) => perMeasure.map(({ rows }) => rows[i]!)),
    averages: perMeasure.map(({ average }) => average),
  };
}

function scoreMeasure(framework: Framework, measure: Measure, units: TalliedUnit[]) {
  const measured = units.map((unit) => measureUnit(framework, measure, unit));
  const ranks = rankValues(rankable(measure, measured));
  const rows = measured.map(
    (unit): MeasureScore => ({
      unit_id: unit.unitId,
      measure: measure.measure,
      points: fixed(unit.points, framework.points_decimals),
      max_points: fixed(unit.maxPoints, framework.points_decimals),
      value: unit.value && fixed(unit.value, framework.decimals),
      rank: ranks.get(unit.unitId) ?? null,
      answered_count: unit.answered,
      asked_count: unit.asked,
    }),
  );
  return { rows, average: averageOf(measure.measure, rows, framework.decimals) };
}

function measureUnit(framework: Framework, measure: Measure, unit: TalliedUnit): MeasuredUnit {
  const tallies = measure.main_indices.flatMap((mainIndex) => unit.tallies.get(mainIndex) ?? []);
  const points = sum(tallies.map((tally) => tally.points));
  const maxPoints = sum(tallies.map((tally) => tally.maxPoints));
  const value = compare(maxPoints, zero) === 0 ? null : divideHalfUp(points, maxPoints, framework.decimals);
  const count = sumCounts(measure.main_indices.flatMap((mainIndex) => unit.counts?.get(mainIndex) ?? []));
  return { unitId: unit.unitId, ranked: unit.ranked && !isSilent(count), points, maxPoints, value, ...count };
}

const sumCounts = (counts: AnswerCount[]): AnswerCount => ({
  answered: counts.reduce((total, { answered }) => total + answered, 0),
  asked: counts.reduce((total, { asked }) => total + asked, 0),
});

/** A place among those who answered would be one for saying nothing. */
const isSilent = ({ answered, asked }: AnswerCount): boolean => asked > 0 && answered === 0;

function rankable(measure: Measure, units: MeasuredUnit[]): Map<string, Decimal> {
  if (!measure.ranked) return new Map();
  return new Map(units.flatMap(({ unitId, ranked, value }) => (ranked && value ? [[unitId, value] as const] : [])));
}

/** From the published values, so that anyone can check it against the table. */
function averageOf(measure: string, rows: MeasureScore[], decimals: number): MeasureAverage {
  const values = rows.flatMap(({ value }) => (value === null ? [] : [readDecimal(value)]));
  const value = values.length === 0 ? null : fixed(meanHalfUp(values, decimals), decimals);
  return { measure, value, unit_count: values.length };
}
