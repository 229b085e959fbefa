import { isPeriodOver } from '../periods/period-over.ts';
import type { PeriodTerms } from './period-entry.ts';

/** What has to be past before a period with units missing may be closed: its deadline, or, where it has none, its last day. */
export type KeptOpen = 'deadline' | 'last_day';

/** Null: nothing keeps it open, whoever is missing. */
export function keepsOpen(
  period: string,
  { deadline_at }: Pick<PeriodTerms, 'deadline_at'>,
  now: Date,
): KeptOpen | null {
  if (deadline_at !== undefined) return now.toISOString() < deadline_at ? 'deadline' : null;
  return isPeriodOver(period, now) ? null : 'last_day';
}
