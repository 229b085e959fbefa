import { enterUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOpenFor } from '../../shared/http/require-period.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { type Assigned, assignRows } from '../../shared/submission/draft/assignments.ts';
import { askedOf } from '../../shared/submission/draft/judge-draft.ts';
import type { AskedInput } from '../../shared/submission/figure.ts';
import { codesOf, type InputCodes } from '../../shared/submission/input-key.ts';
import { readPeriodFramework } from '../../shared/submission/period-framework.ts';
import { type AssignmentDeps, type AssignmentsAnswer, readAssignmentsOf } from './read-assignments.ts';

export interface AssignRowsInput extends UnitOf {
  /** An indicator without an input means all of its rows. */
  rows: { indicator: string; input?: string | undefined }[];
  /** Null: the rows are taken back. */
  to: Assigned | null;
}

/** The unit's officer gives rows to a department, or takes them back: what was filled stays, and so does who filled it. */
export async function assignUnitRows(
  { rows, to, ...of }: AssignRowsInput,
  caller: Caller,
  deps: AssignmentDeps,
): Promise<AssignmentsAnswer> {
  const period = await enterUnit(caller, of, deps.ledger, 'officer');
  requireOpenFor(period, of.unit_id, deps.now());
  const framework = await readPeriodFramework(deps.lake, period.terms);
  const asked = askedOf(framework, of);
  const named = rows.flatMap((row) => requireNamed(row, asked, framework.framework_id));
  const { subject } = await actorOf(deps.table, caller);
  const by = { assigned_by: subject, assigned_at: deps.now().toISOString() };
  await assignRows(deps.table, of, { rows: named, to, by });
  return readAssignmentsOf(of, caller, deps);
}

function requireNamed(
  { indicator, input }: AssignRowsInput['rows'][number],
  asked: readonly AskedInput[],
  framework_id: string,
): InputCodes[] {
  const found = asked
    .map(codesOf)
    .filter((one) => one.indicator === indicator && (input === undefined || one.input === input));
  if (found.length > 0) return found;
  const name = input === undefined ? indicator : `${indicator}/${input}`;
  throw new Problem(
    422,
    'row-unknown',
    `Biểu mẫu của đơn vị theo bộ chỉ số ${framework_id} không có dòng "${name}". Đề nghị ghi đúng mã chỉ số và mã số liệu.`,
    `The unit's form by ${framework_id} has no row "${name}".`,
  );
}
