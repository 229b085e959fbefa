import type { PeriodOf, UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import { periodNamedVi } from '../periods/period.ts';
import { groupNameVi, unitNameVi } from '../units/names.ts';
import { Problem } from './problem.ts';

/**
 * 409 once the period was closed for the unit; whether it was, says `isUnclosedFor`. A unit that is reopened sends until its
 * day, and is appraised and answers until the next closing.
 */
export function requireUnclosed(unclosed: boolean, { group, period, unit_id }: UnitOf): void {
  if (unclosed) return;
  throw new Problem(
    409,
    'period-closed',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã đóng đối với đơn vị ${unitNameVi(unit_id)}. Đề nghị cơ quan chủ trì mở lại nếu cần thay đổi.`,
    `Period ${period} of ${group} is closed for unit ${unit_id}; the ministry may reopen it.`,
  );
}

/** 409 while it is closed for every unit. */
export function requireAnyUnclosed({ state }: PeriodState, { group, period }: PeriodOf): void {
  if (state !== 'closed') return;
  throw new Problem(
    409,
    'period-closed',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} đã đóng. Đề nghị cơ quan chủ trì mở lại cho đơn vị nếu cần thay đổi.`,
    `Period ${period} of ${group} is closed; the ministry may reopen it for a unit.`,
  );
}
