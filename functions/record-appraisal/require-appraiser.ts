import { Problem } from '../../shared/http/problem.ts';
import { requireOpenUnit } from '../../shared/http/require-open-unit.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import { rootOf } from '../../shared/identity/people.ts';
import type { PeriodOf } from '../../shared/ledger/chain.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { AppraisedUnit } from '../../shared/submission/appraisal/appraised-unit.ts';

/** Only while the period is open for the unit, and nobody appraises what they sent, by whichever of their sign-ins. */
export async function requireAppraiser(
  { unit_id, open, senders }: AppraisedUnit,
  { of, actor }: { of: PeriodOf; actor: Actor },
  { table }: { table: ScoreTable },
): Promise<void> {
  requireOpenUnit(open, { ...of, unit_id });
  const own = await rootOf(table, actor.subject);
  const roots = await Promise.all(senders.map((sender) => rootOf(table, sender)));
  if (!roots.includes(own)) return;
  throw new Problem(
    403,
    'own-submission',
    `Người đã nộp số liệu của đơn vị ${unit_id} không thẩm định số liệu đó. Chưa dòng nào được ghi nhận; đề nghị bỏ các dòng của đơn vị này và để người khác thẩm định.`,
    `Who sent the figures of ${unit_id} does not appraise them. Nothing was recorded: leave out its rows, for somebody else.`,
  );
}
