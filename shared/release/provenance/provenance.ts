import type { ScoringRule } from '../../frameworks/framework.ts';
import type { RawFormat } from '../../lake/keys.ts';
import type { Head } from '../../ledger/entry.ts';
import type { ScoreboardFramework, ScoreboardMeasure } from '../../scoring/scoreboard.ts';
import type { AnswerState } from '../../scoring/scores.ts';

/**
 * Where one published figure comes from, step by step down to the bytes that a unit sent. All of it is public: it is made of
 * the inputs of a release, which hold neither evidence nor notes, and of `provenance.json`, which names no person.
 */
export interface Provenance {
  /** `dti/province34/2024/r1` */
  release: string;
  group: string;
  group_name_vi: string;
  group_name_en: string;
  period: string;
  closing_date: string;
  framework: ScoreboardFramework;
  /** What must be said before the first figure; absent: nothing. */
  notice_vi?: string;
  inputs_sha256: string;
  unit: TracedUnit;
  measure: Pick<ScoreboardMeasure, 'measure' | 'kind' | 'name_vi' | 'name_en'>;
  result: TracedResult;
  ground: Ground;
  /** Every file that a figure of it stands in, the submission that counts first. */
  files: TracedFile[];
}

export interface TracedUnit {
  unit_id: string;
  name_vi: string;
  /** Names of predecessors; empty for a unit that was not formed by a merger. */
  formed_from_vi: string[];
}

/** What was published. A value that is missing is one of the others, never a zero. */
export type TracedResult =
  | PublishedResult
  | { state: 'not_submitted' }
  /** Nothing of the measure was assessed this round. */
  | { state: 'not_assessed' }
  /** Nothing of what was assessed applies to the unit. */
  | { state: 'not_applicable' };

export interface PublishedResult {
  state: 'published';
  value: string;
  /** Null: not ranked. */
  rank: number | null;
  /** Units with a rank in the measure. */
  ranked_units: number;
  /** Units with this rank, the unit itself among them. */
  tied_units: number;
  /** Absent: all that was asked was answered. */
  answered?: { answered: number; asked: number };
}

/** What a value rests on: its own indicators, or other measures. */
export type Ground =
  | { kind: 'indicators'; working: ValueWorking | null; indicators: TracedIndicator[] }
  | { kind: 'measures'; working: ValueWorking | null; parts: TracedPart[] };

/** S, M and S / M with the numbers put in. Points without the zeros that only their scale adds. */
export interface ValueWorking {
  /** What S is the sum of. */
  points_terms: string[];
  points: string;
  /** What M is the sum of. */
  max_terms: string[];
  max_points: string;
  value: string;
  /** False: the value is the quotient rounded half up. */
  exact: boolean;
}

/** A main index that a total or pillar adds up. */
export interface TracedPart {
  measure: string;
  name_vi: string;
  name_en: string;
  points: string;
  max_points: string;
  /** Null: it left the maximum. */
  value: string | null;
  /** Why there is no value; null: there is one. */
  missing: 'not_assessed' | 'not_applicable' | null;
}

export interface TracedIndicator {
  indicator: string;
  /** `1.4` */
  number: string;
  name_vi: string;
  name_en: string;
  rule: ScoringRule;
  illustrative: boolean;
  max_points: string;
  state: AnswerState | 'not_assessed';
  /** Period the figures were declared for; null unless carried. */
  carried_from: string | null;
  /** What of the figures makes points; null where no rule was applied. */
  working: PointsWorking | null;
  /** Null where it leaves the maximum, or was not assessed. */
  self_points: string | null;
  /** Null: no appraisal. */
  appraised_points: string | null;
  /** Of the appraisal; null: none, or the framework does not publish reasons. */
  reason: string | null;
  /** What counts. */
  points: string | null;
  /** In the order of the framework's inputs. */
  figures: TracedFigure[];
}

/** A rule with the numbers put in, before anyone appraised it. */
export type PointsWorking = QuotientWorking | TierWorking | PartsWorking | IndivisibleWorking;

export interface QuotientWorking {
  kind: 'quotient';
  /** Left of the equals sign: numbers as canonical decimals, signs and brackets as they are written. */
  tokens: string[];
  /** Half up to the decimals of points, not yet kept within 0 and the maximum. */
  rounded: string;
  exact: boolean;
  /** Where it was kept: at the maximum, at zero; null: it lies between. */
  bound: 'maximum' | 'zero' | null;
}

export interface TierWorking {
  kind: 'step' | 'option';
  /** The count, or the key of the choice. */
  figure: string;
  /** Null: the count reaches none. */
  tier: WorkedTier | null;
}

export interface PartsWorking {
  kind: 'parts';
  parts: (WorkedTier & { answered: boolean })[];
}

export interface WorkedTier {
  key: string;
  points: string;
  label_vi: string;
}

/** There was nothing to divide by. */
export interface IndivisibleWorking {
  kind: 'indivisible';
  tokens: string[];
  earns: 'not_applicable' | 'zero_points';
}

/** A declared figure and where it stands. */
export interface TracedFigure {
  input: string;
  label_vi: string;
  label_en: string;
  unit_of_measure_vi: string;
  /** Canonical decimal. */
  value: string;
  submission_sha256: string;
  place: TracedPlace;
}

/** In a workbook; a 1-based line of CSV; RFC 6901 in JSON; unknown: `provenance.json` of the release does not say. */
export type TracedPlace =
  | { kind: 'cell'; sheet: string; cell: string }
  | { kind: 'line'; line: number }
  | { kind: 'pointer'; pointer: string }
  | { kind: 'unknown' };

/** A file as it was received, and what the unit's chain has of it. Null: `provenance.json` of the release does not say. */
export interface TracedFile {
  submission_sha256: string;
  /** `kept`: a part that came later left figures of it standing. */
  part: 'submission' | 'kept' | 'carried';
  received: ReceivedFile | null;
}

/** Of one file that came, what the public may know: hashes of entries, never the entries, and no person. */
export interface ReceivedFile {
  sha256: string;
  format: RawFormat;
  group: string;
  period: string;
  /** *Lần gửi n* of the unit in the period. */
  receipt: number;
  /** UTC, ISO 8601. */
  received_at: string;
  /** Of the `received` entry in the unit's chain. */
  received_entry_sha256: string;
  /** Of the `answered` entry; null: there is none. */
  answered_entry_sha256: string | null;
  /** The chain as it stood when the run was started. */
  head: Head;
}
