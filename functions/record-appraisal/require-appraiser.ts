import { Problem } from '../../shared/http/problem.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { AppraisedUnit } from '../../shared/submission/appraisal/appraised-unit.ts';
import { hasSent } from '../../shared/submission/has-sent.ts';
import { unitNameVi } from '../../shared/units/names.ts';

/** Before the period is closed for the unit, and nobody appraises what they sent. */
export async function requireAppraiser(
  { unit_id, open, current, receipts }: AppraisedUnit,
  { of: { group, period }, actor: { subject } }: { of: PeriodOf; actor: Actor },
  deps: { table: ScoreTable; lake: Bucket },
): Promise<void> {
  const of = { group, period, unit_id };
  requireUnclosed(open, of);
  if (!(await hasSent(current, { of, receipts, subject }, deps))) return;
  throw new Problem(
    403,
    'own-submission',
    `Người đã gửi số liệu của đơn vị ${unitNameVi(unit_id)} không thẩm định số liệu đó. Chưa dòng nào được ghi nhận; đề nghị bỏ các dòng của đơn vị này và để người khác thẩm định.`,
    `Who sent the figures of ${unit_id} does not appraise them. Nothing was recorded: leave out its rows, for somebody else.`,
  );
}
