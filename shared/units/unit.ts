/** A province, a ministry or another body that reports. Source and meaning of each field: `units.json`, key `rules`. */
export interface Unit {
  /** Stable id, the `code` of the registry: `P04`, `P04-2025`, `M06-2025`, `P04-2025-C001`, `VN`. Official codes change bearer; this never does. */
  unit_id: string;
  kind: 'province' | 'ministry' | 'commune' | 'country';
  name_vi: string;
  full_name_vi: string;
  name_en: string;
  /** First and last day of validity, inclusive, `YYYY-MM-DD`; null: still valid. */
  valid_from: string;
  valid_to: string | null;
  /** Predecessors and successors by unit_id. A unit that only continues has one of each. */
  formed_from: string[];
  succeeded_by: string[];
  /** null: nothing read says so. */
  has_public_services: boolean | null;
  region: string | null;
  aliases: string[];
  /** Codes of the state's own lists; absent: a list that we made. They change bearer, so that none is a key without a day. */
  official?: OfficialCodes;
  /** States of name and rank in order of time, when these changed; the last one is the unit's own. */
  history?: UnitState[];
}

export interface OfficialCodes {
  /** Of the statistics office (a province) or of level 1 (a ministry); null: none is known. */
  code: string | null;
  /** Level-1 code of electronic identification; null: none is known. */
  identification: string | null;
  /** How sure the second is: `units.json`, key `rules`, `official_id_status`. */
  identification_status: string | null;
}

/** How a unit was called from one day to another, both inclusive; null: until today. */
export interface UnitState {
  from: string;
  to: string | null;
  name_vi: string;
  full_name_vi: string;
}

/** Units ranked together. `from` and `to` bound the membership date (docs/methodology: groups and time). */
export interface Group {
  group: string;
  name_vi: string;
  name_en: string;
  from: string | null;
  to: string | null;
  /** False: received and scored, never ranked (ministry-unclassified). */
  ranked: boolean;
}
