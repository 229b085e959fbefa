import type { PeriodState } from '../ledger/fold-period.ts';
import { isInTime, isLate } from '../ledger/standing.ts';
import { receivedAfterClosing, receivedLate } from './rules/received-late.ts';
import type { Finding } from './submission.ts';

/** What follows from when a file came, by the deadline and closings as they stand now: the one place where it is said. */
export function timeFindings(at: string, period: PeriodState, unitId: string): Finding[] {
  const { deadline_at } = period.terms;
  const isAfterClosing = !isInTime(at, period, unitId);
  const isAfterDeadline = deadline_at !== undefined && isLate(at, period, unitId);
  return [
    ...(isAfterClosing ? [receivedAfterClosing(at)] : []),
    ...(isAfterDeadline ? [receivedLate(at, deadline_at)] : []),
  ];
}
