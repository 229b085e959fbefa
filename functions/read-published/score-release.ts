import type { Indicator, Measure } from '../../shared/frameworks/framework.ts';
import { measuresOf } from '../../shared/frameworks/measures.ts';
import type { IndicatorScore, ScoredMeasure, UnitScores } from '../../shared/public-api/score-answers.ts';
import { type FrozenInputs, scoringInputs } from '../../shared/release/frozen-inputs.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { Scoreboard, ScoreboardUnit } from '../../shared/scoring/scoreboard.ts';
import type { FrozenObservation, IndicatorPoints, MeasureScore, ScoringInputs } from '../../shared/scoring/scores.ts';

/**
 * Each unit of a release with what its scores are made of, in the order of publication. Points of indicators stand in no file
 * of a release: they are computed from its inputs by the scorer that the run agreed with to the last digit.
 */
export function scoreRelease(inputs: FrozenInputs, scoreboard: Scoreboard): UnitScores[] {
  const scores = scoreReference(scoringInputs(inputs));
  const of = {
    named: new Map(measuresOf(inputs.framework).map((measure) => [measure.measure, measure])),
    points: Map.groupBy(scores.indicator_points, ({ unit_id }) => unit_id),
    measures: Map.groupBy(scores.measure_scores, ({ unit_id }) => unit_id),
    figures: Map.groupBy(inputs.observations, ({ unit_id, indicator }) => `${unit_id} ${indicator}`),
    answers: new Map((inputs.answers ?? []).map((one) => [`${one.unit_id} ${one.indicator}`, one])),
    appraisals: new Map(inputs.appraisals.map((one) => [`${one.unit_id} ${one.indicator}`, one])),
    indicators: new Map(inputs.framework.indicators.map((one) => [one.indicator, one])),
  };
  return scoreboard.units.map((unit) => describeUnit(unit, of));
}

interface Scored {
  named: Map<string, Measure>;
  points: Map<string, IndicatorPoints[]>;
  measures: Map<string, MeasureScore[]>;
  /** By unit and indicator. */
  figures: Map<string, FrozenObservation[]>;
  answers: Map<string, NonNullable<ScoringInputs['answers']>[number]>;
  appraisals: Map<string, FrozenInputs['appraisals'][number]>;
  indicators: Map<string, Indicator>;
}

function describeUnit({ unit_id, unit_name_vi, state, submission_sha256 }: ScoreboardUnit, of: Scored): UnitScores {
  const measures = (of.measures.get(unit_id) ?? []).flatMap((score) => {
    const measure = of.named.get(score.measure);
    return measure ? [describeMeasure(measure, score)] : [];
  });
  return {
    ...{ unit_id, unit_name_vi, state, submission_sha256, measures },
    indicators: (of.points.get(unit_id) ?? []).map((row) => describeIndicator(row, of)),
  };
}

const describeMeasure = (measure: Measure, score: MeasureScore): ScoredMeasure => ({
  ...{ measure: measure.measure, kind: measure.kind, name_vi: measure.name_vi, name_en: measure.name_en },
  ...{ value: score.value, points: score.points, max_points: score.max_points, rank: score.rank },
  ...{ answered_count: score.answered_count, asked_count: score.asked_count, main_indices: measure.main_indices },
});

function describeIndicator(row: IndicatorPoints, of: Scored): IndicatorScore {
  const key = `${row.unit_id} ${row.indicator}`;
  const { main_index, name_vi, name_en, rule, illustrative, inputs } = of.indicators.get(row.indicator)!;
  const order = inputs.map(({ input }) => input);
  const figures = (of.figures.get(key) ?? []).toSorted((a, b) => order.indexOf(a.input) - order.indexOf(b.input));
  return {
    ...{ indicator: row.indicator, main_index, name_vi, name_en, rule, illustrative: illustrative ?? false },
    ...{ state: row.state, carried_from: of.answers.get(key)?.carried_from ?? null },
    ...{ self_points: row.self_points, appraised_points: row.appraised_points },
    reason: of.appraisals.get(key)?.reason ?? null,
    ...{ points: row.points, max_points: row.max_points },
    figures: figures.map(({ input, value, submission_sha256, sheet, cell }) => ({
      ...{ input, value, source: { submission_sha256, sheet, cell } },
    })),
  };
}
