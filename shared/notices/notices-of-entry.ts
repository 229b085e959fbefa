import { dayInVietnam } from '../format/format-date.ts';
import type { PeriodOf, UnitOf } from '../ledger/chain.ts';
import type { PeriodEntry } from '../ledger/period-entry.ts';
import type { UnitEntry } from '../ledger/unit-entry.ts';
import { deadlineDay } from '../periods/deadline.ts';
import { groupOf } from '../units/groups.ts';
import { findUnit } from '../units/registry.ts';
import { everyUnit, type Notice } from './notice.ts';

/**
 * What an entry of a unit's chain is told of: a projection, pure, so that a notice that was lost is made again from the
 * chain, and is the same one. Most kinds are told to nobody. Points are told once a day, by `remind-units`.
 */
export function noticesOfUnit({ group, period, unit_id }: UnitOf, entry: UnitEntry): Notice[] {
  // What the ministry handed in and belongs to nobody yet has nobody to be told.
  if (!findUnit(unit_id)) return [];
  const of = { group, period, at: entry.at };
  switch (entry.kind) {
    case 'answered': {
      const { accepted, receipt, errors, warnings } = entry.about;
      const told = { ...of, to: unit_id, about: { receipt } };
      return [
        accepted
          ? { ...told, kind: 'accepted', facts: { warnings } }
          : { ...told, kind: 'rejected', facts: { errors } },
      ];
    }
    default:
      return [];
  }
}

/** The same of a period's chain. */
export function noticesOfPeriod({ group, period }: PeriodOf, entry: PeriodEntry): Notice[] {
  const of = { group, period, at: entry.at };
  switch (entry.kind) {
    case 'deadline-moved': {
      const about = { deadline: deadlineDay(entry.about.deadline_at), number: entry.number };
      return [{ ...of, kind: 'deadline-moved', to: everyUnit, about }];
    }
    case 'reopened': {
      const about = { until: deadlineDay(entry.about.until_at), number: entry.number };
      return [{ ...of, kind: 'reopened', to: entry.about.unit_id, about }];
    }
    case 'run-ended': {
      const { run_id, attempt, outcome } = entry.about;
      const kind = outcome === 'ready' ? 'run-ready' : 'run-failed';
      return [{ ...of, kind, to: groupOf(group).owner, about: { run_id, attempt } }];
    }
    case 'released':
      return [{ ...of, kind: 'released', to: everyUnit, about: { release: entry.about.release } }];
    case 'corrected': {
      const { release, corrects } = entry.about;
      return [{ ...of, kind: 'superseded', to: everyUnit, about: { release }, facts: { corrects } }];
    }
    default:
      return [];
  }
}

/**
 * How many indicators were appraised on each day that is past, one notice a day: decisions are made by the hundred, and
 * nobody wants a mail for each.
 */
export function appraisedNotices(
  { group, period, unit_id }: UnitOf,
  entries: readonly UnitEntry[],
  now: Date,
): Notice[] {
  const today = dayInVietnam(now.toISOString());
  const byDay = new Map<string, { indicators: Set<string>; at: string }>();
  for (const entry of entries) {
    const day = dayInVietnam(entry.at);
    if (entry.kind !== 'decision' || day >= today) continue;
    const { indicators } = byDay.get(day) ?? { indicators: new Set<string>() };
    for (const indicator of [...entry.about.decided, ...entry.about.withdrawn]) indicators.add(indicator);
    byDay.set(day, { indicators, at: entry.at });
  }
  return [...byDay].map(([day, { indicators, at }]) => {
    const told = { group, period, to: unit_id, about: { day }, facts: { indicators: indicators.size }, at };
    return { ...told, kind: 'appraised' as const };
  });
}
