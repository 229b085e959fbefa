import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readPeriod } from '../ledger/read-ledger.ts';
import { isOpenFor } from '../ledger/standing.ts';
import { periodNamedVi } from '../periods/period.ts';
import { groupNameVi } from '../units/names.ts';
import { Problem } from './problem.ts';

/** The period as its chain stands, open or closed; 409 when nobody has opened it. */
export const requirePeriod = async (ledger: Ledger, group: string, period: string): Promise<PeriodState> =>
  requireOpened(await readPeriod(ledger, { group, period }), { group, period });

export function requireOpened(state: PeriodState | null, { group, period }: PeriodOf): PeriodState {
  if (state) return state;
  throw new Problem(
    409,
    'period-unopened',
    `Kỳ ${periodNamedVi(period)} của nhóm ${groupNameVi(group)} chưa mở nhận báo cáo; đề nghị cơ quan chủ trì mở kỳ, hoặc kiểm tra lại tên kỳ.`,
    `Period ${period} of ${group} has not been opened.`,
  );
}

/** Refuses what may be done only while the period is open for the unit. */
export function requireOpenFor(period: PeriodState, unitId: string, now: Date): void {
  if (isOpenFor(period, unitId, now.toISOString())) return;
  throw new Problem(
    409,
    'period-closed',
    'Kỳ đã đóng đối với đơn vị. Đề nghị cơ quan chủ trì mở lại nếu cần thay đổi.',
    'The period is closed for the unit; the ministry may reopen it.',
  );
}
