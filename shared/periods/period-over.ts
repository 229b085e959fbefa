import { endOfDayInVietnam } from './deadline.ts';
import { lastDayOf, parsePeriod } from './period.ts';

/** Whether the period's last day is past in Vietnam: before, what happened in it is not known yet. */
export const isPeriodOver = (period: string, now: Date): boolean =>
  now.toISOString() >= endOfDayInVietnam(lastDayOf(parsePeriod(period)));
