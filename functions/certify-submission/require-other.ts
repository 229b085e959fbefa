import { Problem } from '../../shared/http/problem.ts';
import type { Actor } from '../../shared/identity/actor.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { UnitState } from '../../shared/ledger/fold-unit.ts';
import type { Accepted } from '../../shared/ledger/standing.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { hasSent } from '../../shared/submission/has-sent.ts';

interface Certifying {
  of: UnitOf;
  unit: UnitState;
  actor: Actor;
}

interface Deps {
  table: ScoreTable;
  lake: Bucket;
}

/** Who sent figures does not certify them. */
export async function requireOther(
  accepted: Accepted,
  { of, unit: { receipts }, actor: { subject } }: Certifying,
  deps: Deps,
): Promise<void> {
  if (!(await hasSent(accepted, { of, receipts, subject }, deps))) return;
  throw new Problem(
    403,
    'own-submission',
    'Người đã gửi số liệu không được tự xác nhận; đề nghị người có thẩm quyền khác xác nhận.',
    'Who sent the figures may not certify them.',
  );
}
