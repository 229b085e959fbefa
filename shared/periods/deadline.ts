import { Fault } from '../observability/fault.ts';

/**
 * Deadlines are the end of a day in Vietnam, kept as the first instant after it, UTC: `2026-10-15` →
 * `2026-10-15T17:00:00.000Z`. Vietnam is seven hours ahead and has no summer time. Throws the fault `DAY_MALFORMED`.
 */
export function endOfDayInVietnam(day: string): string {
  const end = new Date(`${day}T17:00:00Z`);
  if (!isDay(day) || end.toJSON()?.slice(0, 10) !== day) {
    throw new Fault('DAY_MALFORMED', `"${day}" is not a day; write 2026-10-15`);
  }
  return end.toISOString();
}

/** Reverses {@link endOfDayInVietnam}. */
export const deadlineDay = (deadlineAt: string): string => deadlineAt.slice(0, 10);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
