import type { Framework } from '../../frameworks/framework.ts';
import { indicatorNumbers } from '../../frameworks/indicator-numbers.ts';
import type { Scoreboard, ScoreboardUnit } from '../../scoring/scoreboard.ts';
import type {
  FrozenAnswer,
  FrozenAppraisal,
  FrozenObservation,
  IndicatorPoints,
  MeasureScore,
  Scores,
} from '../../scoring/scores.ts';
import type { FrozenInputs } from '../frozen-inputs.ts';
import type { ProvenanceFile, UnitReceipts } from './provenance-file.ts';

/** A release with everything that its figures are traced by, found by unit: a page is drawn for each unit and measure. */
export interface TracedRelease {
  scoreboard: Scoreboard;
  framework: Framework;
  /** By indicator: `1.4`. */
  numbers: ReadonlyMap<string, string>;
  /** Units with this rank, by measure and rank. */
  tied: ReadonlyMap<string, number>;
  /** Of a unit that is in no table everything is empty. */
  rowsOf: (unitId: string) => UnitRows;
}

/** All that is known of one unit, by indicator or measure. */
export interface UnitRows {
  unit: ScoreboardUnit | null;
  measures: ReadonlyMap<string, MeasureScore>;
  points: ReadonlyMap<string, IndicatorPoints>;
  answers: ReadonlyMap<string, FrozenAnswer>;
  appraisals: ReadonlyMap<string, FrozenAppraisal>;
  observations: ReadonlyMap<string, FrozenObservation[]>;
  /** Null: `provenance.json` is not there, or does not know the unit. */
  receipts: UnitReceipts | null;
}

/** Scores are those of its run, the last of `provenance.json`, which an older release lacks. */
export interface ReleaseToTrace {
  scoreboard: Scoreboard;
  inputs: FrozenInputs;
  scores: Scores;
  provenance: ProvenanceFile | null;
}

export function traceRelease({ scoreboard, inputs, scores, provenance }: ReleaseToTrace): TracedRelease {
  const { framework } = inputs;
  const units = new Map(scoreboard.units.map((unit) => [unit.unit_id, unit]));
  const receipts = new Map(provenance?.units.map((unit) => [unit.unit_id, unit]));
  const measures = byUnit(scores.measure_scores);
  const points = byUnit(scores.indicator_points);
  const answers = byUnit(inputs.answers);
  const appraisals = byUnit(inputs.appraisals);
  const observations = byUnit(inputs.observations);
  return {
    scoreboard,
    framework,
    numbers: indicatorNumbers(framework),
    tied: countTies(scoreboard),
    rowsOf: (unitId) => ({
      unit: units.get(unitId) ?? null,
      measures: new Map(measures.get(unitId)?.map((row) => [row.measure, row])),
      points: byIndicator(points.get(unitId)),
      answers: byIndicator(answers.get(unitId)),
      appraisals: byIndicator(appraisals.get(unitId)),
      observations: Map.groupBy(observations.get(unitId) ?? [], ({ indicator }) => indicator),
      receipts: receipts.get(unitId) ?? null,
    }),
  };
}

interface Row {
  unit_id: string;
}

const byUnit = <T extends Row>(rows: readonly T[]): ReadonlyMap<string, T[]> =>
  Map.groupBy(rows, ({ unit_id }) => unit_id);

const byIndicator = <T extends { indicator: string }>(rows: readonly T[] = []): Map<string, T> =>
  new Map(rows.map((row) => [row.indicator, row]));

/** Of a measure and a rank. */
export const tieKey = (measure: string, rank: number): string => `${measure} ${rank}`;

function countTies({ units }: Scoreboard): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { scores } of units) {
    for (const [measure, { rank }] of Object.entries(scores)) {
      if (rank !== null) counts.set(tieKey(measure, rank), (counts.get(tieKey(measure, rank)) ?? 0) + 1);
    }
  }
  return counts;
}
