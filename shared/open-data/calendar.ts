import { type Bucket, getObject } from '../lake/objects.ts';
import { addresses, keyAt } from './addresses.ts';

/** Public bucket: all that the public knows of what is to come. */
export const calendarKey = keyAt(addresses.calendar);

/** Of which group and period something goes out, and when. */
export interface Upcoming {
  group: string;
  period: string;
  /** UTC, to the minute. */
  public_at: string;
}

export const calendarText = (releases: readonly Upcoming[]): string => `${JSON.stringify({ releases }, null, 2)}\n`;

/** By minute; empty where nothing was ever announced. */
export async function readCalendar(publicBucket: Bucket): Promise<Upcoming[]> {
  const stored = await getObject(publicBucket, calendarKey);
  return stored ? (JSON.parse(new TextDecoder().decode(stored.bytes)) as { releases: Upcoming[] }).releases : [];
}
