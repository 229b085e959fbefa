import { enterUnit } from '../../shared/http/enter.ts';
import { requireReceipt } from '../../shared/http/require-receipt.ts';
import { actorOf } from '../../shared/identity/actor.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { appendToUnit } from '../../shared/ledger/append.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import { keepAnswer } from '../../shared/submission/answer-receipt.ts';
import { type BoundFindings, boundFindings, findingBounds } from '../../shared/submission/bound-findings.ts';
import { checkArrived, readComparedFigures } from '../../shared/submission/check-arrived.ts';
import { readArrived } from '../../shared/submission/read-arrived.ts';
import type { ReceiveDeps } from '../../shared/submission/receive-submission.ts';
import { type CheckedReceipt, tellChecked } from '../../shared/submission/tell-answer.ts';
import { toldFindings } from '../../shared/submission/told-findings.ts';

/** The first answer, which stands, and what the rules and keys of today say beside it. */
export interface CheckedAgainAnswer extends CheckedReceipt {
  again: { accepted: boolean } & BoundFindings;
}

/** Checks a receipt under the rules of today: an entry beside its answer, "kiểm tra lại", that changes nothing that counts. */
export async function checkAgain(
  { receipt: n, ...of }: UnitOf & { receipt: string },
  caller: Caller,
  deps: ReceiveDeps,
): Promise<CheckedAgainAnswer> {
  const period = await enterUnit(caller, of, deps.ledger, 'officer', 'publisher');
  const before = await readUnit(deps.ledger, of);
  const receipt = requireReceipt(before, { receipt: n });
  const file = await readArrived(of, receipt, deps.raw);
  const current = await readComparedFigures(of, before, receipt, deps);
  const checked = await checkArrived(file, of, current, deps);
  const answering = { receipt, compared_with: current?.receipt ?? null, file };
  const answer_sha256 = await keepAnswer(checked, of, answering, deps);
  const { accepted, findings } = checked.checked;
  const { entries } = await appendToUnit(deps, of, {
    cause: `check/${receipt.receipt}/${answer_sha256}`,
    decide: async (entries) => {
      const first = foldUnit(entries).receipts[receipt.receipt - 1]?.answer;
      if (!first || first.answer_sha256 === answer_sha256) return null;
      const about = { receipt: receipt.receipt, accepted, answer_sha256 };
      return { kind: 'checked-again', ...(await actorOf(deps.table, caller)), at: deps.now().toISOString(), about };
    },
  });
  const unit = foldUnit(entries);
  const told = await tellChecked(requireReceipt(unit, { receipt: n }), { of, unit, period }, deps.lake);
  return { ...told, again: { accepted, ...boundFindings(toldFindings(findings), findingBounds.again) } };
}
