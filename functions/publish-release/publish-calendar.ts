import { type Bucket, getObject, putObject } from '../../shared/lake/objects.ts';
import { standingAnnouncement } from '../../shared/ledger/announcement.ts';
import type { LedgerDeps } from '../../shared/ledger/append.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { calendarKey, calendarText, type Upcoming } from '../../shared/open-data/calendar.ts';
import { readAnnounced } from '../../shared/score-store/announced.ts';

export interface CalendarDeps extends LedgerDeps {
  publicBucket: Bucket;
  now: () => Date;
}

/** Further ahead nothing is announced. */
const aheadMs = 100 * 86_400_000;
/** Times it is put again because another announcement came in between. */
const tries = 5;

/** Puts the calendar from the chains, until they did not change meanwhile. */
export async function publishCalendar(deps: CalendarDeps): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const text = calendarText(await listUpcoming(deps));
    const known = await getObject(deps.publicBucket, calendarKey);
    if (known && new TextDecoder().decode(known.bytes) === text) return;
    await putObject(deps.publicBucket, calendarKey, text, {
      ...{ contentType: 'application/json; charset=utf-8', cacheControl: 'public, max-age=60' },
    });
  }
}

async function listUpcoming({ table, ledger, now }: CalendarDeps): Promise<Upcoming[]> {
  const at = now();
  const noted = await readAnnounced(table, at, new Date(at.getTime() + aheadMs));
  const standing = await Promise.all(
    noted.map(async ({ group, period, public_at }) => {
      const state = await readPeriod(ledger, { group, period });
      return state && standingAnnouncement(state)?.public_at === public_at ? [{ group, period, public_at }] : [];
    }),
  );
  return standing.flat();
}
