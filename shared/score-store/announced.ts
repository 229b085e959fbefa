import { putItem, queryItemsBetween, type ScoreTable } from './score-table.ts';

/**
 * Where a period is to be looked at because something of it is announced for a minute, or somebody set out to release it and
 * may have been cut off: an index by month, written before the entry that it is about, and by itself no announcement. What
 * stands, its chain says.
 */
export interface AnnouncedPeriod {
  group: string;
  period: string;
  /** UTC. */
  public_at: string;
}

const partition = (month: string) => `ANNOUNCED#${month}`;
const sortKey = ({ public_at, group, period }: AnnouncedPeriod) => `${public_at}#${group}#${period}`;

export async function noteAnnounced(table: ScoreTable, { group, period, public_at }: AnnouncedPeriod): Promise<void> {
  const item = { group, period, public_at };
  await putItem(table, { pk: partition(public_at.slice(0, 7)), sk: sortKey(item), ...item });
}

/** By minute: of the minutes from one instant to another. */
export async function readAnnounced(table: ScoreTable, from: Date, to: Date): Promise<AnnouncedPeriod[]> {
  const found: AnnouncedPeriod[] = [];
  const [first, last] = [from.toISOString(), to.toISOString()];
  // `~` comes after all that a sort key goes on with.
  for (const month of monthsBetween(from, to))
    found.push(...(await queryItemsBetween<AnnouncedPeriod>(table, partition(month), first, `${last}~`)));
  return found;
}

function monthsBetween(from: Date, to: Date): string[] {
  const months: string[] = [];
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (; month <= to; month.setUTCMonth(month.getUTCMonth() + 1)) months.push(month.toISOString().slice(0, 7));
  return months;
}
