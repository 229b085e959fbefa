import type { Framework, Indicator, MainIndex } from '../../frameworks/framework.ts';
import { indicatorNumbers, numberedIndices } from '../../frameworks/indicator-numbers.ts';
import { nameOfInput } from '../../frameworks/input-names.ts';
import { releaseLabelVi } from '../../release/release-name.ts';
import type { AskedInput, Figure, PreviousFigure } from '../figure.ts';
import type { FilledInput } from '../form/form-spec.ts';
import { askedKey, type InputCodes, keyOf } from '../input-key.ts';
import type { Finding } from '../submission.ts';
import { type Choice, choicesOf } from '../values/choices.ts';
import { shownFigure } from '../values/shown-figure.ts';
import type { Assigned, AssignedRow } from './assignments.ts';
import { type DraftRow, longestText, nothingTyped, type TypedRow, typedOf } from './draft-row.ts';
import type { Rival } from './draft-store.ts';
import type { JudgedRows } from './judge-draft.ts';

/** A finding of a draft: the row is known by where it stands. */
export type DraftFinding = Pick<Finding, 'rule' | 'severity' | 'field' | 'value' | 'message_vi' | 'message_en'>;

/** Who typed something, and when. */
interface Filled {
  filled_by: string;
  /** By the caller. */
  own: boolean;
  department: string | null;
  filled_at: string;
}

/** What a figure is, in the notation of a form. */
export interface ShownFigure {
  /** Canonical decimal. */
  value: string;
  shown_vi: string;
  shown_en: string;
}

/** What is said of a row that changes as it is typed. */
export interface ToldRow extends InputCodes, TypedRow {
  /** 0: nothing was ever typed here. */
  version: number;
  filled: Filled | null;
  /** What the value was read as; null: nothing, or what cannot be read. */
  understood: ShownFigure | null;
  findings: DraftFinding[];
  /** What others typed without having seen what stands; empty once somebody has chosen. */
  rivals: (TypedRow & Filled)[];
}

/** A row with what stands still. */
export interface DraftFormRow extends ToldRow {
  name_vi: string;
  /** Null: a number is typed. */
  choices: readonly Choice[] | null;
  /** Of the last release; null: there is none. */
  previous: (ShownFigure & { source_vi: string }) | null;
  /** What is known and need not be typed again; null: nothing is. */
  known: (ShownFigure & { evidence: string | null; note: string | null; source_vi: string | null }) | null;
  assigned: Assigned | null;
}

export interface DraftIndicator {
  indicator: string;
  number: string;
  name_vi: string;
  name_en: string;
  unit_of_measure_vi: string;
  max_points: string;
  evidence_required: boolean;
  /** Documents that are asked for. */
  evidence_vi: string | null;
  rows: DraftFormRow[];
}

export interface DraftSection {
  main_index: string;
  number: string;
  name_vi: string;
  name_en: string;
  indicators: DraftIndicator[];
}

export interface Drafted extends JudgedRows {
  asked: readonly AskedInput[];
  rows: readonly DraftRow[];
  rivals: readonly Rival[];
  /** Opaque id of the caller; null: has never acted. */
  person: string | null;
}

const filledOf = ({ filled_by, department, filled_at }: Omit<Filled, 'own'>, person: string | null): Filled => ({
  filled_by,
  own: filled_by === person,
  department,
  filled_at,
});

/** One version of a row. */
export type RowVersion = TypedRow & Filled & { version: number };

export const tellVersion = (row: DraftRow, person: string | null): RowVersion => ({
  version: row.version,
  ...typedOf(row),
  ...filledOf(row, person),
});

/** Of inputs in the order asked, each once. */
export function tellRows({ asked, rows, rivals, figures, findings, person }: Drafted): ToldRow[] {
  const standing = new Map(rows.map((row) => [keyOf(row), row]));
  const byRow = Map.groupBy(findings, ({ row }) => row ?? 0);
  const byInput = Map.groupBy(rivals, keyOf);
  return asked.map((input, at) => {
    const row = standing.get(askedKey(input));
    return {
      indicator: input.indicator.indicator,
      input: input.input.input,
      version: row?.version ?? 0,
      ...typedOf(row ?? nothingTyped),
      filled: row ? filledOf(row, person) : null,
      understood: showFigure(input, figures[at]!),
      findings: (byRow.get(at + 1) ?? []).map(tellFinding),
      rivals: (byInput.get(askedKey(input)) ?? []).map((rival) => ({ ...typedOf(rival), ...filledOf(rival, person) })),
    };
  });
}

export const tellFinding = ({ rule, severity, field, value, message_vi, message_en }: Finding): DraftFinding => ({
  ...{ rule, severity, field, value },
  ...{ message_vi, message_en },
});

const showFigure = (input: AskedInput, { value }: Pick<Figure, 'value'>): ShownFigure | null =>
  value === null ? null : shown(input, value);

function shown(input: AskedInput, value: string): ShownFigure {
  const { vi, en } = shownFigure(input, value);
  return { value, shown_vi: vi, shown_en: en };
}

export interface StandsStill {
  framework: Framework;
  previous: readonly PreviousFigure[];
  known: readonly FilledInput[];
  assigned: ReadonlyMap<string, AssignedRow>;
}

/** The form as a whole, by main index; of the rows given alone. */
export function tellForm(told: readonly ToldRow[], asked: readonly AskedInput[], still: StandsStill): DraftSection[] {
  const rows = new Map(told.map((row) => [keyOf(row), row]));
  const numbers = indicatorNumbers(still.framework);
  const indicators = [...new Set(asked.filter((input) => rows.has(askedKey(input))).map(({ indicator }) => indicator))];
  const tellOne = (indicator: Indicator): DraftIndicator => ({
    indicator: indicator.indicator,
    number: numbers.get(indicator.indicator)!,
    name_vi: indicator.name_vi,
    name_en: indicator.name_en,
    unit_of_measure_vi: indicator.unit_of_measure_vi,
    max_points: indicator.max_points,
    evidence_required: indicator.evidence_required,
    evidence_vi: indicator.evidence_vi ?? null,
    rows: asked
      .filter((input) => input.indicator === indicator && rows.has(askedKey(input)))
      .map((input) => ({ ...rows.get(askedKey(input))!, ...tellStill(input, still) })),
  });
  return numberedIndices(still.framework, indicators).map(({ mainIndex, number, indicators: own }) => ({
    ...namesOf(mainIndex),
    number,
    indicators: own.map(tellOne),
  }));
}

const namesOf = ({ main_index, name_vi, name_en }: MainIndex) => ({ main_index, name_vi, name_en });

type Still = Omit<DraftFormRow, keyof ToldRow>;

function tellStill(input: AskedInput, { previous, known, assigned }: StandsStill): Still {
  const isOf = (one: InputCodes) => keyOf(one) === askedKey(input);
  const before = previous.find(isOf);
  const already = known.find(isOf);
  return {
    name_vi: nameOfInput(input.indicator, input.input),
    choices: choicesOf(input.indicator, input.input),
    previous: before
      ? { ...shown(input, before.value), source_vi: `Đợt công bố ${releaseLabelVi(before.release)}` }
      : null,
    known: already
      ? {
          ...shown(input, already.value),
          evidence: shorten(already.evidence),
          note: shorten(already.note),
          source_vi: already.source_vi ?? null,
        }
      : null,
    assigned: tellAssigned(assigned.get(askedKey(input))),
  };
}

/** A cell of a form holds far more than a row that is typed, and all rows are one answer. */
const shorten = (text: string | null | undefined): string | null =>
  text && text.length > longestText ? `${text.slice(0, longestText - 1).toWellFormed()}…` : (text ?? null);

const tellAssigned = (assigned: AssignedRow | undefined): Assigned | null => {
  if (!assigned) return null;
  const { department, department_name_vi, person_vi, due } = assigned;
  return { department, department_name_vi, person_vi, due };
};
