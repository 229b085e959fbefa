import type { MeasureKind } from '../../frameworks/framework.ts';
import type { AnswerState } from '../../scoring/scores.ts';
import type { CorrectionReason } from '../selection.ts';

/**
 * Everything that differs from the release of the same period whose place this one takes: the exact content of
 * `corrections.json`. Decimals are text as published; null: there was none on that side. What did not change is not there.
 */
export interface Corrections {
  release: string;
  /** Release that it takes the place of. */
  corrects: string;
  /** What was wrong, of what kind, and who found it. */
  reason: CorrectionReason;
  /** Of what is listed below. */
  counts: CorrectionCounts;
  /** Country averages, in measure order. */
  averages: AverageCorrection[];
  /** Units of which something differs, in the order of the release; those no longer in it last. */
  units: UnitCorrection[];
}

/** How many of each differ, averages left out. */
export interface CorrectionCounts {
  /** Of which something differs. */
  units: number;
  /** Declared. */
  figures: number;
  /** By the ministry. */
  points: number;
  /** Of a unit and measure. */
  values: number;
  /** Of a unit and measure. */
  ranks: number;
}

export interface AverageCorrection {
  measure: string;
  kind: MeasureKind;
  before: string | null;
  after: string | null;
}

export interface UnitCorrection {
  unit_id: string;
  unit_name_vi: string;
  /** Declared, in framework order. */
  figures: FigureCorrection[];
  /** Of answers that both releases have a state for: whether one was due, applied, was given. */
  states: StateCorrection[];
  /** Of an appraisal, in framework order. */
  points: PointsCorrection[];
  /** Measures of which value or rank differs, in measure order. */
  scores: Record<string, ScoreCorrection>;
}

export interface FigureCorrection {
  indicator: string;
  indicator_name_vi: string;
  /** What it is counted in, as the framework says: `%` is of a share from 0 to 1. */
  unit_of_measure_vi: string;
  input: string;
  before: string | null;
  after: string | null;
}

export interface StateCorrection {
  indicator: string;
  indicator_name_vi: string;
  before: AnswerState;
  after: AnswerState;
}

export interface PointsCorrection {
  indicator: string;
  indicator_name_vi: string;
  before: string | null;
  after: string | null;
}

/**
 * Why a value or a rank differs. `figures`: other figures of the unit's own; `appraisal`: other points by the ministry;
 * `method`: another framework; `calculation`: the same inputs, computed otherwise; `others`: nothing of its own, other
 * units' values changed.
 */
export type CorrectionCause = 'figures' | 'appraisal' | 'method' | 'calculation' | 'others';

export interface ScoreCorrection {
  value_before: string | null;
  value_after: string | null;
  /** Empty where the value is the same. */
  value_causes: CorrectionCause[];
  rank_before: number | null;
  rank_after: number | null;
  /** Empty where the rank is the same. */
  rank_causes: CorrectionCause[];
}
