import type { Caller } from '../../shared/identity/caller.ts';
import { personOf } from '../../shared/identity/people.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import type { Receipt } from '../../shared/ledger/fold-unit.ts';
import { isAccepted, isInTime, isOpenFor } from '../../shared/ledger/standing.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { hasSent } from '../../shared/submission/has-sent.ts';
import type { InPeriod } from '../../shared/submission/tell-answer.ts';

/** Codes as the door that certifies would refuse with, and `role-refused` for whoever may only read. */
export type Hindrance =
  | 'role-refused'
  | 'receipt-certified'
  | 'receipt-not-certifiable'
  | 'period-closed'
  | 'own-submission';

/** What keeps the caller from certifying a receipt now; null: nothing does. The door itself asks again. */
export async function keepsFrom(
  receipt: Receipt,
  { of, unit, period }: InPeriod,
  caller: Caller,
  { table, lake, now }: { table: ScoreTable; lake: Bucket; now: () => Date },
): Promise<Hindrance | null> {
  if (caller.role !== 'certifier') return 'role-refused';
  if (receipt.certified) return 'receipt-certified';
  if (!isOpenFor(period, of.unit_id, now().toISOString())) return 'period-closed';
  if (!isAccepted(receipt) || !isInTime(receipt.at, period, of.unit_id)) return 'receipt-not-certifiable';
  const subject = await personOf(table, caller);
  const sent = await hasSent(receipt, { of, receipts: unit.receipts, subject }, { table, lake });
  return sent ? 'own-submission' : null;
}
