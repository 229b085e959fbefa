import { enterUnit } from '../../shared/http/enter.ts';
import { requireOpenFor } from '../../shared/http/require-period.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { type CheckedReceipt, tellChecked } from '../../shared/submission/tell-answer.ts';
import { requireCounting } from './require-counting.ts';
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
  const period = await enterUnit(caller, of, deps.ledger, 'certifier');
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
