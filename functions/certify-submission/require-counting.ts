import { Problem } from '../../shared/http/problem.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import type { Receipt } from '../../shared/ledger/fold-unit.ts';
import { type Accepted, isAccepted, isInTime } from '../../shared/ledger/standing.ts';

/** What may be certified or sent back: an accepted receipt that came while the period was open for the unit. */
export function requireCounting(receipt: Receipt, period: PeriodState, unitId: string): Accepted {
  if (isAccepted(receipt) && isInTime(receipt.at, period, unitId)) return receipt;
  throw new Problem(
    409,
    'receipt-not-certifiable',
    `Lần gửi ${receipt.receipt} chưa được tiếp nhận hoặc gửi sau khi kỳ đã đóng nên không xác nhận được; đề nghị xác nhận lần gửi đang được tính, hoặc gửi lại.`,
    `Receipt ${receipt.receipt} was not accepted, or came after the period was closed.`,
  );
}
