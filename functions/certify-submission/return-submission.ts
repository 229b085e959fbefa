import { enterUnit } from '../../shared/http/enter.ts';
import { keyReusedByUnit } from '../../shared/http/key-reused.ts';
import { Problem } from '../../shared/http/problem.ts';
import { requireOpenFor } from '../../shared/http/require-period.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appendToUnit } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { foldUnit, type Receipt } from '../../shared/ledger/fold-unit.ts';
import { writeReturn } from '../../shared/submission/return-document.ts';
import { type CheckedReceipt, tellChecked } from '../../shared/submission/tell-answer.ts';
import type { CertifyDeps } from './certify-submission.ts';
import { requireCounting } from './require-counting.ts';

export interface ReturnInput extends UnitOf {
  receipt: string;
  /** Why: the officer reads it. */
  text_vi: string;
  /** What the entry follows from: `key/<Idempotency-Key>`, `request/<request id>`. */
  cause: string;
}

/** The unit's certifier sends a receipt back with words, instead of standing for it. What counts stays as it was. */
export async function returnSubmission(
  { receipt: n, text_vi, cause, ...of }: ReturnInput,
  caller: Caller,
  deps: CertifyDeps,
): Promise<CheckedReceipt> {
  const period = await enterUnit(caller, of, deps.ledger, 'certifier');
  const actor = await actorOf(deps.table, caller);
  const { entries, entry } = await appendToUnit(deps, of, {
    cause,
    decide: async (before) => {
      const receipt = requireReceipt(foldUnit(before), { receipt: n });
      requireOpenFor(period, of.unit_id, deps.now());
      const { figures_sha256 } = requireCounting(requireUncertified(receipt), period, of.unit_id).answer;
      const sent = { ...of, receipt: receipt.receipt, figures_sha256, text_vi };
      const about = { receipt: receipt.receipt, figures_sha256, return_sha256: await writeReturn(deps.lake, sent) };
      return { kind: 'returned', ...actor, at: deps.now().toISOString(), about };
    },
  });
  const unit = foldUnit(entries);
  const told = await tellChecked(requireReceipt(unit, { receipt: n }), { of, unit, period }, deps.lake);
  if (entry?.kind !== 'returned' || told.returned?.text_vi !== text_vi) throw keyReusedByUnit();
  return told;
}

function requireUncertified(receipt: Receipt): Receipt {
  if (!receipt.certified) return receipt;
  throw new Problem(
    409,
    'receipt-certified',
    `Lần gửi ${receipt.receipt} đã được xác nhận nên không trả lại được; đề nghị cán bộ gửi lại nếu cần sửa số liệu.`,
    `Receipt ${receipt.receipt} is certified and cannot be sent back; the officer may send again.`,
  );
}
