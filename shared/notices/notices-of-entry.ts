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
  const { owner } = groupOf(group);
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
    case 'returned':
      return [{ ...of, kind: 'returned', to: unit_id, about: { receipt: entry.about.receipt, number: entry.number } }];
    // Several are asked one after the other: the first of a day is told at once, the others together, the morning after.
    case 'question':
      return [{ ...of, kind: 'question', to: unit_id, about: { day: dayInVietnam(entry.at) } }];
    case 'reply':
      return [{ ...of, kind: 'reply', to: owner, about: { unit_id, day: dayInVietnam(entry.at) } }];
    case 'objection':
      return [{ ...of, kind: 'objection', to: owner, about: { unit_id, number: entry.number } }];
    case 'objection-answered':
      return [{ ...of, kind: 'objection-answered', to: unit_id, about: { objection: entry.about.objection } }];
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
    case 'preview-opened': {
      const { run_id, until_at } = entry.about;
      return [{ ...of, kind: 'preview-opened', to: everyUnit, about: { run_id, until: deadlineDay(until_at) } }];
    }
    // The calendar's line and no more: which release it is, and that it corrects another, nobody is told before the minute.
    case 'announced':
      return toAll({ ...of, kind: 'announced', about: { public_at: entry.about.public_at, number: entry.number } });
    case 'announcement-withdrawn': {
      const { announced: number, public_at } = entry.about;
      const facts = public_at === undefined ? {} : { facts: { public_at } };
      return toAll({ ...of, kind: 'announcement-withdrawn', about: { number }, ...facts });
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

/** Units, and the ministry: either of the two of a release may still take it back. */
const toAll = (told: Omit<Notice, 'to'>): Notice[] =>
  [everyUnit, groupOf(told.group).owner].map((to) => ({ ...told, to }));

/**
 * What is told of a day that is past, once, and not entry by entry: how many indicators were appraised, for decisions are
 * made by the hundred, and how many questions came after the one that was told at once.
 */
export function noticesOfDays(of: UnitOf, entries: readonly UnitEntry[], now: Date): Notice[] {
  const today = dayInVietnam(now.toISOString());
  const byDay = Map.groupBy(entries, ({ at }) => dayInVietnam(at));
  return [...byDay].flatMap(([day, entries]) => (day < today ? noticesOfDay(of, day, entries) : []));
}

function noticesOfDay({ group, period, unit_id }: UnitOf, day: string, entries: readonly UnitEntry[]): Notice[] {
  const decisions = entries.filter((entry) => entry.kind === 'decision');
  const indicators = new Set(decisions.flatMap(({ about }) => [...about.decided, ...about.withdrawn])).size;
  const questions = entries.filter(({ kind }) => kind === 'question').length - 1;
  const told = { group, period, to: unit_id, at: entries.at(-1)!.at };
  return [
    ...(indicators > 0 ? [{ ...told, kind: 'appraised' as const, about: { day }, facts: { indicators } }] : []),
    ...(questions > 0 ? [{ ...told, kind: 'question' as const, about: { day, later: 1 }, facts: { questions } }] : []),
  ];
}
