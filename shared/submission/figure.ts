import type { Framework, Indicator, IndicatorInput } from '../frameworks/framework.ts';
import type { CellValue } from './cell-book.ts';
import type { EvidenceRecord } from './evidence/evidence-record.ts';
import type { Place } from './finding.ts';
import type { ReadRow } from './read-row.ts';
import type { ExplainedBlank, FigurePlace, Observation } from './submission.ts';

/** Fields of a declared row, by the codes of the form's columns and of `--values`. */
export type DeclaredField = 'indicator' | 'input' | 'value' | 'evidence' | 'note';

/** One row as it came in, by whichever door, nothing of it understood yet. */
export interface DeclaredRow {
  /** 1-based row, line or element. */
  row: number;
  hidden: boolean;
  cells: Partial<Record<DeclaredField, CellValue>>;
  place: (field: DeclaredField) => Place;
  /** A row of sums, or a line of words like a signature: nobody's figure, unless a code stands in it. */
  isAside: boolean;
  /** What the cell of evidence is linked to, as the file has it. */
  evidenceLink?: string;
  /** Evidence that came as records, not as a text. */
  evidenceRecords?: EvidenceRecord[];
  /** Of JSON: where the figure is taken from, or stands in place of. */
  from?: FigureSource;
  /** What was found there. */
  taken?: TakenFigure;
  /** The cell of evidence is merged, and belongs to a row above of the same indicator. */
  sharesEvidence?: true;
}

/** Place of a figure in an earlier receipt of the unit, as whoever sends it names it. */
export interface FigureSource {
  receipt: number;
  sheet: string | null;
  cell: string | null;
  row: number | null;
  /** Fields that were not sent, and are taken from there too. */
  lacks: ('evidence' | 'note')[];
}

/** What an earlier receipt holds in the place that was named. */
export interface TakenFigure {
  value: string | null;
  place: FigurePlace;
  /** Where that value was first declared: there, or wherever it had been taken from. */
  origin: FigurePlace;
  /** Taken over where none was sent. */
  evidence: { text: string | null; records: EvidenceRecord[] } | null;
}

/** `form`: what people type into cells. `plain`: JSON and CSV, decimal point only. */
export type Notation = 'form' | 'plain';

/** An input that a unit is asked for. */
export interface AskedInput {
  indicator: Indicator;
  input: IndicatorInput;
}

/** A row that belongs to an input of the framework. */
export interface MatchedRow extends AskedInput {
  row: DeclaredRow;
}

/** A figure read and understood. Each input that is asked has one, also where the file has no row of it. */
export interface Figure extends AskedInput {
  /** Canonical decimal; null where none was given or it could not be read. */
  value: string | null;
  /** Nothing stood there. A value that could not be read is not blank, and a finding already. */
  blank: boolean;
  evidence: string | null;
  /** What the evidence was read as; absent: there is none. */
  evidence_records?: EvidenceRecord[];
  note: string | null;
  place: DeclaredRow['place'];
  /** What stood there, as text; absent: nothing did. */
  raw?: string;
  /** What it was taken from, or stands in place of. */
  taken?: TakenFigure;
  /** Something stood there that was meant as a figure and could not be read. */
  unread?: true;
  /** A mark of an answer stands in its row. */
  marked?: true;
  /** The file has no row of it. */
  absent?: true;
  /** The file is a part that has no row of it, and this is what stands in the current submission. */
  kept?: Observation;
}

/** A figure of the last release, for the rule on jumps. */
export interface PreviousFigure {
  indicator: string;
  input: string;
  /** Canonical decimal. */
  value: string;
  /** `dti/province34/2024/r1` */
  release: string;
}

/** What growth is measured against, as the unit declared it a year before. */
export interface YearBeforeFigure {
  indicator: string;
  input: string;
  /** Canonical decimal. */
  value: string;
  /** Where it stands, in the words of each language. */
  source_vi: string;
  source_en: string;
}

/** What the unit's current submission of the period holds. */
export interface CurrentFigures {
  /** Which of the unit's submissions it is, as the unit is told: lần gửi 3. */
  receipt: number;
  observations: Observation[];
  /** What it left blank and said why. */
  explained: ExplainedBlank[];
}

/** An earlier file of the unit that figures may be taken from. */
export interface SourceFile {
  sha256: string;
  rows: readonly ReadRow[];
}

/** What a submission is checked against. */
export interface CheckContext {
  framework: Framework;
  /** Unit ids of the group in the period. */
  members: ReadonlySet<string>;
  previous?: PreviousFigure[];
  yearBefore?: YearBeforeFigure[];
  current?: CurrentFigures;
  /** What was read of the earlier receipts that JSON names, by number; a receipt that is not here is none of the unit's. */
  sources?: ReadonlyMap<number, SourceFile>;
  /** SHA-256 of the evidence files that were accepted of the unit; absent: nobody looked. */
  evidenceFiles?: ReadonlySet<string>;
}
