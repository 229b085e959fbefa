import type { Bucket } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Decision } from '../../shared/ledger/fold-unit.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { type DecisionsDocument, readDecisions } from '../../shared/submission/appraisal/decisions-document.ts';
import { keptInMemory } from './kept-in-memory.ts';

/** One decision on one indicator, with who and when. */
export interface ToldDecision {
  /** Canonical decimal; null: a decision was taken back. */
  points: string | null;
  /** As typed; empty where the appraiser agreed with the unit's own points. */
  reason: string;
  /** What the unit's own figures earned then. */
  self_points: string;
  at: string;
  /** Opaque id of the person; null to the unit, which argues with what was decided and not with who did. */
  decided_by: string | null;
  decided_as: string;
  /** Of its entry in the unit's chain. */
  number: number;
}

const documentOf = keptInMemory<DecisionsDocument>(5_000);

/** What one entry says of an indicator. Throws the fault `DECISION_GONE`. */
export async function tellDecision(
  { decisions_sha256, subject, role, at, number }: Decision,
  { of, indicator }: { of: UnitOf; indicator: string },
  lake: Bucket,
): Promise<ToldDecision> {
  const read = () => readDecisions(lake, of, decisions_sha256);
  const { decisions } = await documentOf(lake, `${of.unit_id}#${decisions_sha256}`, read);
  const found = decisions.find((one) => one.indicator === indicator);
  if (!found) throw new Fault('DECISION_GONE', `${of.unit_id} ${indicator} is not decided in ${decisions_sha256}`);
  const { points, reason, self_points } = found;
  return { points, reason, self_points, at, decided_by: subject, decided_as: role, number };
}
