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

/** `05/10/2026 08:02`: what calendar and clock in Vietnam said at an instant in UTC. */
export function momentInVietnam(instant: string): string {
  const shifted = new Date(Date.parse(instant) + vietnamAheadMs).toISOString();
  return `${formatDate(shifted.slice(0, 10))} ${shifted.slice(11, 16)}`;
}
