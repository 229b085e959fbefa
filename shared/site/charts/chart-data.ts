/** What charts are drawn from. Figures are decimal text as published; null: the unit has none, which has a look of its own. */
export interface UnitValue {
  unit_id: string;
  name: string;
  value: string | null;
  rank: number | null;
}

/** One measure of all units. */
export interface MeasureValues {
  measure: string;
  name: string;
  /** Mean over the units that have a value; null: none has. */
  mean: string | null;
  units: UnitValue[];
}

/** A unit beside all others in its main indices, in the official order. */
export interface UnitIndices {
  unit_id: string;
  name: string;
  indices: MeasureValues[];
}

/** Two units in one measure. */
export interface PairValue {
  measure: string;
  name: string;
  a: string | null;
  b: string | null;
}

export interface Pair {
  nameA: string;
  nameB: string;
  values: PairValue[];
}

/** A unit's rank in two releases that may be compared; null: not ranked there. */
export interface RankMove {
  unit_id: string;
  name: string;
  before: number | null;
  after: number | null;
}

export interface RankMoves {
  beforeLabel: string;
  afterLabel: string;
  units: RankMove[];
}

/** One published value on the way of a unit. */
export interface HistoryPoint {
  /** `2024`, `2026-Q3`. */
  period: string;
  value: string | null;
  /** Whose line: values of one series and one section are joined, others never. */
  series: string;
  kind: 'own' | 'predecessor';
  /** The stretch within which values may be compared. */
  section: string;
  /** Of the page that the value is led to. */
  address?: string;
  /** What the table says besides: the rank with the number it is of, and what the value is. */
  rank?: string;
  note?: string;
}

/** Between two sections stands a break: a merger, or another framework. */
export interface HistorySection {
  section: string;
  label: string;
}

export interface History {
  name: string;
  sections: HistorySection[];
  points: HistoryPoint[];
}

/** The value that a unit has, if it has one. */
export const hasValue = <T extends { value: string | null }>(unit: T): unit is T & { value: string } =>
  unit.value !== null;
