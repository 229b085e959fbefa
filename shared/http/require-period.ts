import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readPeriod } from '../ledger/read-ledger.ts';
import { Problem } from './problem.ts';

/** The period as its chain stands, open or closed; 409 when nobody has opened it. */
export const requirePeriod = async (ledger: Ledger, group: string, period: string): Promise<PeriodState> =>
  requireOpened(await readPeriod(ledger, { group, period }), { group, period });

export function requireOpened(state: PeriodState | null, { group, period }: PeriodOf): PeriodState {
  if (state) return state;
  throw new Problem(
    409,
    'period-unopened',
    `Kỳ ${period} của nhóm ${group} chưa mở nhận báo cáo.`,
    `Period ${period} of ${group} has not been opened.`,
  );
}
