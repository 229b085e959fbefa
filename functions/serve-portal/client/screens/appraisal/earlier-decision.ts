import type { QueueRow } from '../../../../read-decisions/queue-row.ts';
import type { StatedDecision } from '../../../../record-appraisal/decisions-body.ts';

type Decided = QueueRow['history'][number] & { points: string };

/** The decision that the standing one took the place of; null: there was none, or it was taken back before. */
export function earlierDecision({ decision, history }: Pick<QueueRow, 'decision' | 'history'>): Decided | null {
  const at = history.findIndex(({ number }) => number === decision?.number);
  const before = at > 0 ? history[at - 1]! : null;
  return before !== null && before.points !== null ? { ...before, points: before.points } : null;
}

/** Undoing: what stood before is said again, and where nothing did the decision is taken back. */
export function undoing(row: Pick<QueueRow, 'decision' | 'history' | 'indicator' | 'self_points'>): StatedDecision {
  const { indicator, self_points } = row;
  const before = earlierDecision(row);
  if (before === null) return { decision: 'withdraw', indicator };
  const reason = before.reason ? { reason_vi: before.reason } : {};
  return before.points === self_points
    ? { decision: 'keep', indicator, ...reason }
    : { decision: 'points', indicator, points: before.points, ...reason };
}
