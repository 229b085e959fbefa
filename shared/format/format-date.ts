/** `2024-12-31` → `31/12/2024`. A calendar day has no time zone, so none is applied. */
export function formatDate(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`Not a day: ${JSON.stringify(day)}`);
  const [, year, month, date] = match;
  return `${date}/${month}/${year}`;
}

const vietnamAheadMs = 7 * 60 * 60 * 1000;

/** Day (`YYYY-MM-DD`) in Vietnam of an instant in UTC: what an officer's calendar said. Vietnam has no summer time. */
export const dayInVietnam = (instant: string): string =>
  new Date(Date.parse(instant) + vietnamAheadMs).toISOString().slice(0, 10);

/** `08:05:09 ngày 16/10/2026` by the clock in Vietnam, of an instant in UTC. */
export function timeInVietnam(instant: string): string {
  const there = new Date(Date.parse(instant) + vietnamAheadMs).toISOString();
  return `${there.slice(11, 19)} ngày ${formatDate(there.slice(0, 10))}`;
}

/** `09:00 ngày 01/12/2026`, of what is set to the minute. */
export const minuteInVietnam = (instant: string): string => timeInVietnam(instant).replace(/:\d\d ngày/, ' ngày');
