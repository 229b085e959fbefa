import { requireMember } from '../../shared/http/group-period.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOwner, requireRole, requireUnit } from '../../shared/http/require-caller.ts';
import { requireOpenFor, requirePeriod } from '../../shared/http/require-period.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { PeriodState } from '../../shared/ledger/fold-period.ts';
import { foldUnit, type Receipt } from '../../shared/ledger/fold-unit.ts';
import { type Accepted, isAccepted, isInTime } from '../../shared/ledger/standing.ts';
import { type CheckedReceipt, tellChecked } from '../../shared/submission/tell-answer.ts';
import { requireOther } from './require-other.ts';

export interface CertifyDeps extends LedgerDeps {
  lake: Bucket;
  now: () => Date;
}

export interface CertifyInput extends UnitOf {
  receipt: string;
  requestId: string;
}

/** The unit's certifier stands for one receipt. Once: whoever certifies it again finds it certified. */
export async function certifySubmission(
  { receipt: n, requestId, ...of }: CertifyInput,
  caller: Caller,
  deps: CertifyDeps,
): Promise<CheckedReceipt> {
  requireRole(caller, 'certifier');
  requireUnit(caller, of.unit_id);
  requireMember(of.unit_id, of.group, of.period);
  requireOwner(caller, of.group);
  const period = await requirePeriod(deps.ledger, of.group, of.period);
  const actor = await actorOf(deps.table, caller);
  const { entries } = await appendToUnit(deps, of, {
    cause: `request/${requestId}`,
    decide: async (entries) => {
      const unit = foldUnit(entries);
      const receipt = requireReceipt(unit, { receipt: n });
      if (receipt.certified) return null;
      requireOpenFor(period, of.unit_id, deps.now());
      const accepted = requireCounting(receipt, period, of.unit_id);
      await requireOther(accepted, { of, unit, actor }, deps);
      const about = { receipt: receipt.receipt, figures_sha256: accepted.answer.figures_sha256 };
      return { kind: 'certified', ...actor, at: deps.now().toISOString(), about };
    },
  });
  const unit = foldUnit(entries);
  return tellChecked(requireReceipt(unit, { receipt: n }), { of, unit, period }, deps.lake);
}

function requireCounting(receipt: Receipt, period: PeriodState, unitId: string): Accepted {
  if (isAccepted(receipt) && isInTime(receipt.at, period, unitId)) return receipt;
  throw new Problem(
    409,
    'receipt-not-certifiable',
    `Lần gửi ${receipt.receipt} chưa được tiếp nhận hoặc gửi sau khi kỳ đã đóng nên không xác nhận được; đề nghị xác nhận lần gửi đang được tính, hoặc gửi lại.`,
    `Receipt ${receipt.receipt} was not accepted, or came after the period was closed.`,
  );
}
