/**
 * The series of one unit across mergers, and what the API answers of it. A rank is told with the group
 * and the number of units it is of; no field is a difference of ranks, because two groups' ranks have nothing in common.
 */
export interface UnitHistory {
  index: string;
  unit_id: string;
  unit_name_vi: string;
  unit_name_en: string;
  /** First and last day of the unit, inclusive; null: it still is. */
  valid_from: string;
  valid_to: string | null;
  /** Of the unit itself. */
  series: HistorySeries;
  /** How the unit came to be; null: from no other unit of the registry. The break between `predecessors` and `series`. */
  formation: Formation | null;
  /** Of each unit it was formed from, apart, by unit_id. */
  predecessors: HistorySeries[];
  /** Where a dissolved unit points to; null: it still is. */
  succession: Succession | null;
}

export interface HistorySeries {
  unit_id: string;
  unit_name_vi: string;
  unit_name_en: string;
  /** `self`; `continued`: the only predecessor; `merged`: one of several. */
  relation: 'self' | 'continued' | 'merged';
  /** Oldest first; one per period and group. Periods without a release have none: nothing is drawn between. */
  points: HistoryPoint[];
  /** Between neighbouring points that may not be compared. */
  breaks: HistoryBreak[];
}

/** What one release says of one unit. Decimals are text. */
export interface HistoryPoint {
  /** `dti/province34/2024/r1`, `dti/province63/2023/published`. */
  release: string;
  group: string;
  group_name_vi: string;
  group_name_en: string;
  period: string;
  /** Last day of the period. */
  closing_date: string;
  /** `published`: taken over from a table published elsewhere, which cannot be recomputed. */
  kind: 'computed' | 'published';
  framework: { framework_id: string; version: string; legal_number: string };
  /** Part of the framework or of its figures was made up; said wherever it shows. */
  illustrative: boolean;
  unit_id: string;
  state: 'ranked' | 'unranked' | 'not_submitted';
  /** Of the total; null: it has none. */
  value: string | null;
  rank: number | null;
  /** Units ranked by the total in this release: what the rank is of. */
  n: number;
  /** By measure, in publication order, the total among them; a measure without a value is absent. */
  values: Record<string, string>;
}

export interface HistoryBreak {
  kind: 'group' | 'framework' | 'illustrative';
  /** The releases of the two points. */
  before: string;
  after: string;
  reason_vi: string;
  reason_en: string;
}

export interface Formation {
  kind: 'merged' | 'continued';
  /** First day of the unit. */
  on: string;
  reason_vi: string;
  reason_en: string;
}

export interface Succession {
  /** First day of the successors, `YYYY-MM-DD`. */
  on: string;
  successors: { unit_id: string; unit_name_vi: string; unit_name_en: string }[];
  reason_vi: string;
  reason_en: string;
}
