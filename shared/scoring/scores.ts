/** Results of one run. Both engines return exactly this, rows in the order given, decimals as fixed-point text. */
export interface Scores {
  /** Ordered by unit_id, then framework order of indicators. Units that submitted only. */
  indicator_points: IndicatorPoints[];
  /** Ordered by unit_id, then measure order (total, main indices, pillars). Units that submitted only. */
  measure_scores: MeasureScore[];
  /** In measure order: plain mean over units of the published values, half up; null when nobody has one. */
  averages: MeasureAverage[];
}

export interface IndicatorPoints {
  unit_id: string;
  indicator: string;
  /** `points_decimals` decimals: `130.0040`. */
  points: string;
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
  /** Null when the measure, the group or the value is not ranked. */
  rank: number | null;
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
