/** How declared inputs become points. Later rules join this list; each is data plus one branch in each engine. */
export type ScoringRule = 'direct';

/** One figure that a unit types in for an indicator. */
export interface IndicatorInput {
  /** `value`, `numerator`, `denominator`, `count`, `choice` or `answer`. */
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
