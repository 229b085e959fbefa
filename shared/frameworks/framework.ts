/**
 * How declared inputs become points (docs/methodology.md has the wording). All points are rounded half up to
 * `points_decimals` and kept within [0, maximum].
 *
 * | rule | inputs | points |
 * | direct | value in [0, 1] | value × max |
 * | external | value, measured elsewhere | value / target × max |
 * | yes_no | answer 1 or 0 | answer × max |
 * | ratio | numerator, denominator | a / b × max |
 * | ratio_threshold | numerator, denominator | a / (b × target) × max |
 * | growth | value, previous: of the same period of last year | (value − previous) / (previous × target) × max |
 * | count_tiers | count | points of the highest tier whose `key` is at most the count; below all: 0 |
 * | role_tiers | choice | points of the tier with that `key` |
 * | additive_parts | one answer (1 or 0) per tier, input named `part_<key>` | sum of points of the parts answered 1 |
 */
export type ScoringRule =
  | 'direct'
  | 'external'
  | 'yes_no'
  | 'ratio'
  | 'ratio_threshold'
  | 'growth'
  | 'count_tiers'
  | 'role_tiers'
  | 'additive_parts';

/** A step of count_tiers (`key`: at least so many), an option of role_tiers or a part of additive_parts (`key`: its number). */
export interface Tier {
  /** Whole number as text, unique in the indicator. */
  key: string;
  points: string;
  label_vi: string;
}

/** One figure that a unit types in for an indicator. */
export interface IndicatorInput {
  /** `value`, `previous`, `numerator`, `denominator`, `count`, `choice`, `answer` or `part_<key>`. */
  input: string;
  /** Decimals that may be declared; more is a finding, never silent rounding. */
  decimals: number;
  /** Inclusive bounds as decimal text; null: open. */
  minimum: string | null;
  maximum: string | null;
}

/** Component indicator (chỉ số thành phần): one line of `indicators.csv`. */
export interface Indicator {
  indicator: string;
  main_index: string;
  name_vi: string;
  name_en: string;
  /** Unit of measure shown in the form. */
  unit_of_measure_vi: string;
  rule: ScoringRule;
  /** Maximum points, decimal text with at most `points_decimals` decimals. */
  max_points: string;
  /** False: left out of numerator and denominator this round, never zero. */
  assessed: boolean;
  evidence_required: boolean;
  inputs: IndicatorInput[];
  /** Of external, ratio_threshold and growth: what earns the maximum. Positive decimal text. */
  target?: string;
  tiers?: Tier[];
  /** A denominator (or a previous value) of zero: there was nothing to measure (absent: `not_applicable`), or nothing was done. */
  zero_denominator?: 'not_applicable' | 'zero_points';
  /** Groups or unit ids it applies to; absent: all. Elsewhere it is not applicable and leaves the maximum. */
  applies_to?: string[];
  /** Absent: yearly. A quarter collects what is due quarterly; yearly ones are carried from the last release before it. */
  due?: 'quarterly' | 'yearly';
  /** How a yearly form is prefilled from the accepted quarters of that year. */
  annual?: 'last' | 'sum';
  source?: 'reported' | 'measured' | 'statistics' | 'survey';
  evidence_vi?: string;
  verified_by_vi?: string;
  /** This line was made up because the official annex was not available; said wherever it shows. */
  illustrative?: true;
}

export interface MainIndex {
  main_index: string;
  name_vi: string;
  name_en: string;
}

/** A view over main indices; views overlap, so a pillar is nobody's parent. */
export interface Pillar {
  pillar: string;
  name_vi: string;
  name_en: string;
  main_indices: string[];
}

export interface LegalReference {
  title_vi: string;
  number: string;
  issued: string;
  url: string;
}

/** A versioned set of rules (bộ chỉ số). Frozen by `sha256`, which travels with every score. */
export interface Framework {
  framework_id: string;
  version: string;
  /** The index it computes, first part of a release id: `dti`. */
  index: string;
  title_vi: string;
  title_en: string;
  legal_reference: LegalReference;
  /** True: some of it was made up because the official annex was not available; said wherever it shows. */
  illustrative: boolean;
  note_vi: string;
  /** Groups it may be used for; `communes-*` matches by prefix. */
  groups: string[];
  /** Decimals of published values, and of points. */
  decimals: number;
  points_decimals: number;
  rounding: 'half-up';
  /** Equal values share the smallest rank and the next is skipped. */
  ties: 'shared-minimum';
  successor_rule: 'mean-of-predecessors';
  /** False: main indices only; total, pillars and ranks are not claimed (too little was assessed). */
  total_published: boolean;
  total: { name_vi: string; name_en: string };
  main_indices: MainIndex[];
  pillars: Pillar[];
  indicators: Indicator[];
  /** Absent or `refused`: a form with an unanswered indicator is rejected. `zero_points`: warned, and earns nothing of its maximum. */
  unanswered?: 'refused' | 'zero_points';
  /** A unit that answered less than this share of the indicators that apply and are due is not ranked; absent: 0. */
  minimum_answered_percent?: number;
  /**
   * A release shows on the front page once this share of the group's units sent figures of their own; absent: 50. Before
   * that a table would be about those who were quick.
   */
  minimum_units_percent?: number;
  /** Reasons of appraisals stand in the public inputs; absent: they are shown to the unit only. */
  appraisal_reasons?: 'published';
  /** Which of the scores counts; absent: appraised where there is one, else the unit's own. */
  final_score?: 'appraised_else_self';
  /** Ids of frameworks whose releases may be compared with this one's, besides its own. */
  comparable_with?: string[];
  /** SHA-256 (hex) of the canonical JSON of all the above. */
  sha256: string;
}

export type MeasureKind = 'total' | 'main_index' | 'pillar';

/** Anything that is published with a value and a rank, in publication order: total, main indices, pillars. */
export interface Measure {
  measure: string;
  kind: MeasureKind;
  name_vi: string;
  name_en: string;
  main_indices: string[];
  ranked: boolean;
}
