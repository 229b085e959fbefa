import type { MeasureKind } from '../frameworks/framework.ts';

/** What a release publishes, and the exact content of `scoreboard.json`. Values are decimal text, never floats. */
export interface Scoreboard {
  /** `dti/province34/2024/r1`, or `…/from-province63-r1` when derived for successors. */
  release: string;
  index: string;
  group: string;
  group_name_vi: string;
  group_name_en: string;
  period: string;
  /** Last day of the period: the only date inside a release's bytes. */
  closing_date: string;
  framework: ScoreboardFramework;
  /** What must be said before the first figure, such as that nobody declared it; absent: nothing. */
  notice_vi?: string;
  /** Set when the scores were carried over from predecessors' release; such a scoreboard never becomes current. */
  derived_from: string | null;
  /** Hash over framework, units and observations: equal inputs, equal release. */
  inputs_sha256: string;
  unit_count: number;
  /** Units with figures of their own in this release. */
  submitted_count: number;
  ranked_count: number;
  measures: ScoreboardMeasure[];
  /** By rank, then unit_id bytewise; unranked last. */
  units: ScoreboardUnit[];
}

export interface ScoreboardFramework {
  framework_id: string;
  version: string;
  sha256: string;
  title_vi: string;
  legal_number: string;
  illustrative: boolean;
  note_vi: string;
  /** Share of units that must have submitted before it shows on the front page; absent: 50. */
  minimum_units_percent?: number;
}

export interface ScoreboardMeasure {
  measure: string;
  kind: MeasureKind;
  name_vi: string;
  name_en: string;
  /** Plain mean over the units that have a value. */
  average: string | null;
  /** Units in that mean. */
  average_units: number;
  max_points: string | null;
  ranked: boolean;
}

export interface PublishedScore {
  /** S / M, from 0 to 1. */
  value: string;
  /** S. */
  points: string;
  /** M: of what was assessed and applies to the unit. */
  max_points: string;
  /** Null also where the unit answered nothing of the measure. */
  rank: number | null;
  /** Indicators of the measure that the unit answered, of those it was asked; absent: all of them. */
  answered?: { answered: number; asked: number };
}

/** What may be said of a figure wherever it came from; a table published elsewhere has no points. */
export type ShownScore = Pick<PublishedScore, 'value' | 'rank' | 'answered'> &
  Partial<Pick<PublishedScore, 'points' | 'max_points'>>;

export interface ShownUnit extends Omit<ScoreboardUnit, 'scores' | 'submission_sha256' | 'kept_from'> {
  scores: Record<string, ShownScore>;
}

/** What pages and sentences are made from: a release that was computed here, or a table that was published elsewhere. */
export interface ShownScoreboard extends Omit<Scoreboard, 'units' | 'derived_from' | 'submitted_count'> {
  derived_from?: string | null;
  /** Of a table published elsewhere: who published it, and where. */
  source?: { source_vi: string; source_en: string; address: string };
  units: ShownUnit[];
}

export interface ScoreboardUnit {
  unit_id: string;
  unit_name_vi: string;
  /** Missing is a state with a name, never a zero. */
  state: 'ranked' | 'unranked' | 'not_submitted';
  /** Rank of the total. */
  rank: number | null;
  /** Only measures with a value. */
  scores: Record<string, PublishedScore>;
  /** Hash of the accepted submission the scores came from. */
  submission_sha256: string | null;
  /** Earlier files of which a part left figures standing; absent: there are none. */
  kept_from?: string[];
  /** Names of predecessors, for units formed by a merger. */
  formed_from_vi: string[];
  /** Indicators whose figures were declared for an earlier period, counted by that period; absent: there are none. */
  carried?: Record<string, number>;
}
