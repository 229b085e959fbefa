import type { PeriodState } from '../ledger/fold-period.ts';
import { Problem } from './problem.ts';

/** A run is shown and released when it is ready; one that is out already was ready then. */
export function requireReady({ runs }: Pick<PeriodState, 'runs'>, { run_id }: { run_id: string }): void {
  const status = runs.get(run_id)?.status;
  if (status === 'ready' || status === 'released') return;
  throw new Problem(
    409,
    'run-not-ready',
    status === 'failed'
      ? 'Lần tính điểm này bị lỗi nên không dùng được; đề nghị xem lỗi ở lần tính điểm rồi chạy lại.'
      : 'Lần tính điểm này đang chạy; đề nghị chờ chạy xong.',
    `The run is ${status}.`,
    { members: { status } },
  );
}
