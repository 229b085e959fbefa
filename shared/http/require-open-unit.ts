import type { PeriodOf, UnitOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import { Problem } from './problem.ts';

/** 409 once the period is closed for the unit; whether it is, says `isOpenFor`. */
export function requireOpenUnit(open: boolean, { group, period, unit_id }: UnitOf): void {
  if (open) return;
  throw new Problem(
    409,
    'period-closed',
    `Kỳ ${period} của nhóm ${group} đã đóng đối với đơn vị ${unit_id}. Muốn thay đổi thì cơ quan chủ trì phải mở lại kỳ cho đơn vị, có lý do.`,
    `Period ${period} of ${group} is closed for unit ${unit_id}; it would have to be reopened for it.`,
  );
}

/** 409 once it is closed for every unit. */
export function requireNotClosed({ state }: PeriodState, { group, period }: PeriodOf): void {
  if (state !== 'closed') return;
  throw new Problem(
    409,
    'period-closed',
    `Kỳ ${period} của nhóm ${group} đã đóng.`,
    `Period ${period} of ${group} is closed.`,
  );
}
