import type { MeasureKind } from '../../frameworks/framework.ts';

/**
 * What changed against the last comparable release: the exact content of `changes.json`. Changes of values are decimal
 * text with as many decimals as published (`0.0123`, `-0.0123`; a reader sets the plus). Changes of ranks are places
 * gained: positive is up.
 */
export interface Changes {
  release: string;
  /** No figure below means anything without it. */
  against: ComparedRelease;
  /** How the part of the method was found. */
  method: MethodState;
  measures: MeasureChange[];
  /** In the order of the release. */
  units: UnitChange[];
  /** Members of the earlier release that this one's group no longer holds, by unit_id. */
  left: { unit_id: string; unit_name_vi: string; rank_before: number | null }[];
}

export interface ComparedRelease {
  release: string;
  period: string;
  closing_date: string;
  framework: { framework_id: string; version: string; sha256: string };
}

/**
 * `unchanged`: one framework, to the byte. `rescored`: the earlier figures were scored again by the present framework,
 * and the difference is the method's. `not_separated`: declared comparable only; what the method did lies within `own`
 * and `others`.
 */
export type MethodState = 'unchanged' | 'rescored' | 'not_separated';

/** Of the country average, in measure order; null where one side has none. */
export interface MeasureChange {
  measure: string;
  kind: MeasureKind;
  value_before: string | null;
  value_after: string | null;
  value_change: string | null;
  /** (after − before) / before × 100, half up, one decimal; null also when before is zero. */
  growth_percent: string | null;
  /** Units in the average before: where the two differ, some of the change is who is in it. */
  units_before: number;
  /** The same of this release. */
  units_after: number;
}

export interface UnitChange {
  unit_id: string;
  unit_name_vi: string;
  /** `compared`, or why there is no change of rank. */
  state: UnitChangeState;
  /** Of the total. */
  rank_before: number | null;
  rank_after: number | null;
  rank_change: number | null;
  /** Adds up to `rank_change`; null unless `compared`. */
  rank_parts: RankParts | null;
  /** Measures that have a value in either release, in measure order. */
  scores: Record<string, ScoreChange>;
}

/** Why there is no change of rank, where there is none. */
export type UnitChangeState = 'compared' | 'joined' | 'unranked_before' | 'unranked_now';

export interface ScoreChange {
  value_before: string | null;
  value_after: string | null;
  value_change: string | null;
  rank_before: number | null;
  rank_after: number | null;
  rank_change: number | null;
}

/** Places gained by each cause. */
export interface RankParts {
  /** Had only this unit's value changed. */
  own: number;
  /** By the change of everybody else that is ranked in both. */
  others: number;
  /** By the change of framework; null: not separated from the two above. */
  method: number | null;
  /** By units that are ranked in one of the two only: formed, dissolved, joined, left, late. */
  merger: number;
}
