/** Results of one run. Both engines return exactly this, rows in the order given, decimals as fixed-point text. */
export interface Scores {
  /** Ordered by unit_id, then framework order of indicators. Units that submitted only. */
  indicator_points: IndicatorPoints[];
  /** Ordered by unit_id, then measure order (total, main indices, pillars). Units that submitted only. */
  measure_scores: MeasureScore[];
  /** In measure order: plain mean over units of the published values, half up; null when nobody has one. */
  averages: MeasureAverage[];
}

/** Four ways to have no points of one's own, none of them zero by accident. */
export type AnswerState =
  | 'answered'
  /** Not due this period; the figures are those of `carried_from`. */
  | 'carried'
  /** Leaves points and maximum: it does not apply to the unit, or there was nothing to divide by. */
  | 'not_applicable'
  /** Leaves points and maximum: not collected this period and nothing to carry. */
  | 'not_due'
  /** Earns nothing of its maximum, where the framework lets it through. */
  | 'not_answered';

/** Indicators that are not assessed this round have no row at all. */
export interface IndicatorPoints {
  unit_id: string;
  indicator: string;
  state: AnswerState;
  /** By the rule from the declared figures, `points_decimals` decimals (`130.0040`); null when it leaves the maximum. */
  self_points: string | null;
  /** Of an appraisal; null: none. */
  appraised_points: string | null;
  /** What counts (framework `final_score`); null when it leaves the maximum. */
  points: string | null;
  /** What it adds to the maximum: `0.0000` when it leaves it. */
  max_points: string;
}

export interface MeasureScore {
  unit_id: string;
  measure: string;
  /** S and M; M holds what was assessed and applies. */
  points: string;
  max_points: string;
  /** S / M, divided once, half up, `decimals` decimals; null when M is zero. */
  value: string | null;
  /** Null when the measure, the group or the value is not ranked, or the unit answered too little, or nothing of it. */
  rank: number | null;
  /** Indicators of the measure that the unit answered, or that it carries figures for. */
  answered_count: number;
  /** Those and the ones that were not answered: what is in M. Both are zero for values carried over to a successor. */
  asked_count: number;
}

export interface MeasureAverage {
  measure: string;
  value: string | null;
  /** Units in the mean. */
  unit_count: number;
}

/** What a run scores: frozen, self-contained, no clock and no query. */
export interface ScoringInputs {
  framework: import('../frameworks/framework.ts').Framework;
  /** Members of the group in the period, by unit_id; `ranked` is false for groups that are never ranked. */
  units: FrozenUnit[];
  observations: FrozenObservation[];
  /** Answers that are not plainly `answered`; every other assessed indicator of a submitted unit is. */
  answers?: FrozenAnswer[];
  /** At most one for a unit and indicator. */
  appraisals?: FrozenAppraisal[];
}

export interface FrozenAnswer {
  unit_id: string;
  indicator: string;
  state: Exclude<AnswerState, 'answered'>;
  /** Period the figures were declared for; null unless `carried`. */
  carried_from: string | null;
}

export interface FrozenAppraisal {
  unit_id: string;
  indicator: string;
  /** Decimal text with at most `points_decimals` decimals, in [0, maximum]. */
  points: string;
  /** Null unless the framework publishes reasons: inputs are public, and name nobody and no hour. */
  reason: string | null;
}

export interface FrozenUnit {
  unit_id: string;
  name_vi: string;
  submitted: boolean;
  ranked: boolean;
}

export interface FrozenObservation {
  unit_id: string;
  indicator: string;
  input: string;
  /** Canonical decimal text. */
  value: string;
  submission_sha256: string;
  sheet: string | null;
  cell: string | null;
}
