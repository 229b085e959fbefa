import type { MainIndex } from '../../shared/frameworks/framework.ts';
import { indicatorNumbers, type NumberedIndex, numberedIndices } from '../../shared/frameworks/indicator-numbers.ts';
import { nameOfInput } from '../../shared/frameworks/input-names.ts';
import { enterPartOfUnit } from '../../shared/http/enter.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { endOfDayInVietnam } from '../../shared/periods/deadline.ts';
import { type Assigned, readAssignments, readLastAssignments } from '../../shared/submission/draft/assignments.ts';
import { type DraftRow, isFilled, nothingTyped } from '../../shared/submission/draft/draft-row.ts';
import { readDraft } from '../../shared/submission/draft/draft-store.ts';
import { askedOf } from '../../shared/submission/draft/judge-draft.ts';
import { isOwnRow } from '../../shared/submission/draft/own-rows.ts';
import { askedKey, codesOf, type InputCodes, keyOf } from '../../shared/submission/input-key.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import type { ReceiveDeps } from '../../shared/submission/receive-submission.ts';
import { unitNameVi } from '../../shared/units/names.ts';

export type AssignmentDeps = Pick<ReceiveDeps, 'lake' | 'table' | 'ledger' | 'now'>;

/** How the rows of a unit's form are divided, and how far each department is. */
export interface AssignmentsAnswer extends UnitOf {
  unit_name_vi: string;
  deadline_at: string | null;
  /** Those that rows are of. */
  main_indices: (Pick<NumberedIndex, 'number'> & MainIndex)[];
  rows: AssignmentRow[];
  /** By name. */
  departments: DepartmentProgress[];
  unassigned: Progress;
  /** As the rows were divided the last time, of those that nobody has been given yet; null: they never were. */
  proposal: {
    period: string;
    rows: (InputCodes & Pick<Assigned, 'department' | 'department_name_vi' | 'person_vi'>)[];
  } | null;
}

export interface AssignmentRow extends InputCodes {
  number: string;
  name_vi: string;
  name_en: string;
  main_index: string;
  input_name_vi: string;
  filled: boolean;
  assigned: Assigned | null;
}

export interface Progress {
  rows: number;
  filled: number;
}

export interface DepartmentProgress extends Progress {
  department: string;
  department_name_vi: string;
  /** The first of the days of its rows that are not filled; null: none of them has one. */
  due: string | null;
  /** That day is past. */
  late: boolean;
  last_filled_at: string | null;
}

/** A department is told of its own rows. */
export async function readAssignmentsOf(of: UnitOf, caller: Caller, deps: AssignmentDeps): Promise<AssignmentsAnswer> {
  const { terms } = await enterPartOfUnit(caller, of, deps.ledger, 'officer', 'certifier');
  const framework = await readPeriodFramework(deps.lake, terms);
  const assigned = await readAssignments(deps.table, of);
  const draft = new Map((await readDraft(deps.table, of)).map((row) => [keyOf(row), row]));
  const asked = askedOf(framework, of).filter((input) => isOwnRow(caller, codesOf(input), assigned));
  const numbers = indicatorNumbers(framework);
  const rows = asked.map((input): AssignmentRow => {
    const { indicator, name_vi, name_en, main_index } = input.indicator;
    return {
      ...codesOf(input),
      ...{ number: numbers.get(indicator)!, name_vi, name_en, main_index },
      input_name_vi: nameOfInput(input.indicator, input.input),
      filled: isFilled(draft.get(askedKey(input)) ?? nothingTyped),
      assigned: tellAssigned(assigned.get(askedKey(input))),
    };
  });
  const free = rows.filter((row) => row.assigned === null);
  return {
    ...of,
    unit_name_vi: unitNameVi(of.unit_id),
    deadline_at: terms.deadline_at ?? null,
    main_indices: numberedIndices(
      framework,
      asked.map(({ indicator }) => indicator),
    ).map(({ number, mainIndex: { main_index, name_vi, name_en } }) => ({ number, main_index, name_vi, name_en })),
    rows,
    departments: departmentsOf(rows, draft, deps.now()),
    unassigned: progressOf(free),
    proposal: caller.department === null ? await propose(of, free, deps) : null,
  };
}

function tellAssigned(assigned: Assigned | undefined): Assigned | null {
  if (!assigned) return null;
  const { department, department_name_vi, person_vi, due } = assigned;
  return { department, department_name_vi, person_vi, due };
}

const progressOf = (rows: readonly AssignmentRow[]): Progress => ({
  rows: rows.length,
  filled: rows.filter(({ filled }) => filled).length,
});

function departmentsOf(
  rows: readonly AssignmentRow[],
  draft: ReadonlyMap<string, DraftRow>,
  now: Date,
): DepartmentProgress[] {
  const byDepartment = Map.groupBy(rows, ({ assigned }) => assigned?.department ?? null);
  byDepartment.delete(null);
  const told = [...byDepartment.values()].map((own): DepartmentProgress => {
    const { department, department_name_vi } = own.at(-1)!.assigned!;
    const due = firstOf(own.flatMap(({ filled, assigned }) => (filled || !assigned?.due ? [] : [assigned.due])));
    const late = due !== null && Date.parse(endOfDayInVietnam(due)) <= now.getTime();
    const times = own.flatMap((row) => draft.get(keyOf(row))?.filled_at ?? []);
    return {
      department,
      department_name_vi,
      ...progressOf(own),
      due,
      late,
      last_filled_at: times.sort().at(-1) ?? null,
    };
  });
  return told.sort((a, b) => a.department_name_vi.localeCompare(b.department_name_vi, 'vi'));
}

const firstOf = (days: string[]): string | null => days.sort()[0] ?? null;

/** Days are of the period that they were given for. */
async function propose(
  of: UnitOf,
  free: readonly AssignmentRow[],
  { table }: AssignmentDeps,
): Promise<AssignmentsAnswer['proposal']> {
  const last = await readLastAssignments(table, of);
  if (!last) return null;
  const rows = free.flatMap(({ indicator, input }) => {
    const before = last.rows.get(keyOf({ indicator, input }));
    if (!before) return [];
    const { department, department_name_vi, person_vi } = before;
    return [{ indicator, input, department, department_name_vi, person_vi }];
  });
  return rows.length > 0 ? { period: last.period, rows } : null;
}
