import { mapConcurrently } from '../../shared/lake/map-concurrently.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { type PeriodOf, periodChain, unitChain } from '../../shared/ledger/chain.ts';
import { foldPeriod, type PeriodState } from '../../shared/ledger/fold-period.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { type Ledger, readChain } from '../../shared/ledger/ledger.ts';
import type { PeriodEntry } from '../../shared/ledger/period-entry.ts';
import { readPeriodRows } from '../../shared/ledger/period-list.ts';
import { standingOf } from '../../shared/ledger/standing.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import { dailySummary } from '../../shared/notices/daily-summary.ts';
import { dueReminders } from '../../shared/notices/due-reminders.ts';
import type { Notice } from '../../shared/notices/notice.ts';
import { noticesOfDays, noticesOfPeriod, noticesOfUnit } from '../../shared/notices/notices-of-entry.ts';
import { writeNotices } from '../../shared/notices/outbox.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { healLists } from './heal-lists.ts';

export interface RemindUnitsDeps {
  lake: Bucket;
  ledger: Ledger;
  table: ScoreTable;
}

/** How far back what was not told is told after all. Older news is none. */
const madeUpForMs = 3 * 86_400_000;

const concurrentReads = 16;

/**
 * Every morning: who still has to send, what was appraised yesterday, how the round stands, and whatever of the last
 * days should have been told and was not. All of it follows from the chains and the moment, so that a second time
 * changes nothing. The lists come first: a period is found by its line.
 */
export async function remindUnits(now: Date, deps: RemindUnitsDeps): Promise<{ written: number }> {
  const [healed] = await Promise.allSettled([healLists(new Date(now.getTime() - madeUpForMs), now, deps)]);
  let written = 0;
  for (const row of await readPeriodRows(deps.table)) {
    const notices = await noticesOf({ group: row.group, period: row.period }, now, deps);
    written += (await writeNotices(notices, deps)).length;
  }
  // Told when everybody is reminded.
  if (healed.status === 'rejected') throw healed.reason;
  return { written };
}

async function noticesOf(of: PeriodOf, now: Date, deps: RemindUnitsDeps): Promise<Notice[]> {
  const entries = await readChain<PeriodEntry>(deps.ledger, periodChain(of));
  const period = foldPeriod(entries);
  const since = new Date(now.getTime() - madeUpForMs).toISOString();
  if (!period || isOver(period, entries, since)) return [];
  const units = await readMembers(of, period, deps);
  return [
    ...entries.filter(({ at }) => at >= since).flatMap((entry) => noticesOfPeriod(of, entry)),
    ...units.flatMap((unit) => [
      ...unit.entries.filter(({ at }) => at >= since).flatMap((entry) => noticesOfUnit({ ...of, ...unit }, entry)),
      ...noticesOfDays({ ...of, ...unit }, unit.entries, now).filter(({ at }) => at >= since),
    ]),
    ...dueReminders(of, period, units, now),
    ...dailySummary(of, period, units, now),
  ];
}

/** Closed, released, and nothing new in it for days. */
const isOver = ({ state, releases }: PeriodState, entries: readonly PeriodEntry[], since: string): boolean =>
  state === 'closed' && releases.length > 0 && entries.at(-1)!.at < since;

const readMembers = (of: PeriodOf, period: PeriodState, { ledger }: RemindUnitsDeps) =>
  mapConcurrently(membersOf(of.group, of.period), concurrentReads, async ({ unit_id }) => {
    const entries = await readChain<UnitEntry>(ledger, unitChain({ ...of, unit_id }));
    const unit = foldUnit(entries);
    return { unit_id, entries, unit, standing: standingOf(unit, period, unit_id) };
  });
