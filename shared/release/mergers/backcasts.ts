import type { ScoringRule } from '../../frameworks/framework.ts';

/**
 * What units formed by a merger would have had before they were formed, in three ways side by side: one round, from the
 * releases of their predecessors. Derived and unranked: never anybody's release, and never a rank.
 */
export interface Backcasts {
  period: string;
  /** Releases of the predecessors. */
  releases: string[];
  framework: { framework_id: string; version: string; sha256: string };
  /** The group whose members the units are. */
  group: string;
  /** Null: no column was given. */
  weights: { column: string; source: string } | null;
  /** Of the rules in the framework: why declared figures may be summed over predecessors, or not. */
  rules: { rule: ScoringRule; additive: boolean; reason_vi: string }[];
  /** By unit_id. */
  units: SuccessorBackcasts[];
}

export interface SuccessorBackcasts {
  unit_id: string;
  unit_name_vi: string;
  /** Itself alone for a unit that only continues. */
  formed_from: { unit_id: string; unit_name_vi: string; weight: string | null }[];
  /** Plain mean of the predecessors' published main indices: what the ministry publishes. */
  official_mean: Backcast;
  /** Declared figures summed where the rule allows, the mean of the predecessors' points where it does not. */
  as_if_merged: SummedBackcast;
  /** Mean of the published main indices weighted by a context column. */
  weighted: Backcast;
}

export type BackcastState =
  | 'computed'
  /** A predecessor has no value. */
  | 'predecessor_missing'
  /** A predecessor has no positive weight, or no column was given. */
  | 'weight_missing'
  /** No figure of the framework may be summed: as if merged would be the mean under another name. */
  | 'not_additive';

export interface Backcast {
  /** `computed`, or why there is no figure. */
  state: BackcastState;
  /** By measure, in measure order; empty unless computed. */
  scores: Record<string, BackcastScore>;
}

export interface BackcastScore {
  /** Decimal text with the framework's `decimals`. */
  value: string;
  /** Decimal text with the framework's `points_decimals`. */
  points: string;
  max_points: string;
}

export interface SummedBackcast extends Backcast {
  /** Share of each measure's maximum that rests on sums: what the difference from the mean can come from. */
  summed_points: Record<string, string>;
  /** In framework order. */
  indicators: SummedIndicator[];
}

export interface SummedIndicator {
  indicator: string;
  /** `summed`, or why not. */
  state: SummedState;
  /** Null when it leaves the maximum. */
  points: string | null;
  max_points: string;
}

export type SummedState =
  | 'summed'
  /** The mean of the predecessors' points stands in, as in the next two. */
  | 'not_additive'
  | 'not_answered'
  /** An appraisal overruled the declared figures, so their sum would not be what counted. */
  | 'appraised'
  /** It applied to no predecessor, or was due from none. */
  | 'not_applicable';
