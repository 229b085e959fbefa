import { dayInVietnam } from '../format/format-date.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { UnitInPeriod } from '../ledger/read-ledger.ts';
import { deadlineDay } from '../periods/deadline.ts';
import type { Notice } from './notice.ts';

/** Days before a deadline on which whoever is missing is reminded. */
const reminderDays = [1, 3, 7] as const;

/** From one day to another, both `YYYY-MM-DD`; negative: the second is past. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * What the units that still lack something are to be told today: one notice for each of the days above, made up for on
 * a later day where that one was missed, and one once the deadline is past.
 */
export function dueReminders(of: PeriodOf, period: PeriodState, units: readonly UnitInPeriod[], now: Date): Notice[] {
  return units.flatMap((unit) => {
    const notice = dueReminder(of, period, unit, now);
    return notice ? [notice] : [];
  });
}

function dueReminder(of: PeriodOf, period: PeriodState, unit: UnitInPeriod, now: Date): Notice | null {
  const due = dueOf(period, unit);
  if (due === null) return null;
  const left = daysBetween(dayInVietnam(now.toISOString()), due.deadline);
  const before = reminderDays.find((days) => left <= days);
  if (before === undefined) return null;
  const about = { deadline: due.deadline, ...(left < 0 ? {} : { days_before: before }) };
  if (left < 0 && due.isOwn) return null;
  const kind = left < 0 ? 'late' : 'reminder';
  const { group, period: name } = of;
  return {
    kind,
    group,
    period: name,
    to: unit.unit_id,
    about,
    facts: { state: unit.standing.state },
    at: now.toISOString(),
  };
}

/** The day until which the unit has to do something; null: nothing, or no day. */
export function dueOf(period: PeriodState, { standing }: UnitInPeriod): { deadline: string; isOwn: boolean } | null {
  if (standing.current !== null) return null;
  if (standing.reopened_until !== null) return { deadline: deadlineDay(standing.reopened_until), isOwn: true };
  const { deadline_at } = period.terms;
  return period.state === 'open' && deadline_at ? { deadline: deadlineDay(deadline_at), isOwn: false } : null;
}
