import { requireNoPart } from '../../shared/http/require-no-part.ts';
import { requireUnclosed } from '../../shared/http/require-unclosed.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { AppraisedUnit } from '../../shared/submission/appraisal/appraised-unit.ts';

/** Before the period is closed for the unit, and nobody appraises what they sent, certified or ran. */
export async function requireAppraiser(
  { unit_id, open, current, receipts, evidence, starters }: AppraisedUnit,
  { of: { group, period }, actor: { subject } }: { of: PeriodOf; actor: Actor },
  deps: { table: ScoreTable; lake: Bucket },
): Promise<void> {
  const of = { group, period, unit_id };
  requireUnclosed(open, of);
  await requireNoPart({ of, current, receipts, evidence, starters }, subject, nothingRecorded, deps);
}

const nothingRecorded = {
  vi: 'Chưa dòng nào được ghi nhận; đề nghị bỏ các dòng của đơn vị này và để người khác thẩm định.',
  en: 'Nothing was recorded: leave out its rows, for somebody else.',
};
