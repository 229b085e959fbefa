import { type OpenPeriod, readPeriod } from '../score-store/periods.ts';
import type { ScoreTable } from '../score-store/score-table.ts';
import { Problem } from './problem.ts';

/** The period as it was opened; 409 when nobody has opened it. */
export async function requireOpenPeriod(table: ScoreTable, group: string, period: string): Promise<OpenPeriod> {
  const open = await readPeriod(table, group, period);
  if (open) return open;
  throw new Problem(
    409,
    'period-closed',
    `Kỳ ${period} của nhóm ${group} chưa mở nhận báo cáo.`,
    `Period ${period} of ${group} is not open.`,
  );
}
