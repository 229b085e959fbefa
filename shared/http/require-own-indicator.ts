import type { Caller } from '../identity/caller.ts';
import type { UnitOf } from '../ledger/chain.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { readAssignments } from '../submission/draft/assignments.ts';
import { isOwnRow } from '../submission/draft/own-rows.ts';
import { Problem } from './problem.ts';

/**
 * Of which indicators a caller may see and send evidence: a department of those that a row is assigned to it of, and of
 * nothing that is for no indicator in particular; all others of all.
 */
export async function ownIndicators(
  caller: Caller,
  of: UnitOf,
  table: ScoreTable,
): Promise<(indicator: string | null) => boolean> {
  if (caller.department === null) return () => true;
  const assigned = await readAssignments(table, of);
  const own = [...assigned.values()].filter((row) => isOwnRow(caller, row, assigned));
  return (indicator) => own.some((row) => row.indicator === indicator);
}

export async function requireOwnIndicator(
  caller: Caller,
  of: UnitOf,
  indicator: string | null,
  table: ScoreTable,
): Promise<void> {
  const isOwn = await ownIndicators(caller, of, table);
  if (isOwn(indicator)) return;
  throw new Problem(
    403,
    'foreign-row',
    'Chỉ tiêu này không được phân công cho phòng, ban, sở của tài khoản; đề nghị ghi đúng chỉ tiêu được phân công.',
    'This indicator is not assigned to the department of the token; name one that is.',
  );
}
