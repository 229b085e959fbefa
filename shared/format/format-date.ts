/** `2024-12-31` → `31/12/2024`. A calendar day has no time zone, so none is applied. */
export function formatDate(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`Not a day: ${JSON.stringify(day)}`);
  const [, year, month, date] = match;
  return `${date}/${month}/${year}`;
}
