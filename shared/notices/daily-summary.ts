import { dayInVietnam } from '../format/format-date.ts';
import type { PeriodOf } from '../ledger/chain.ts';
import type { PeriodState } from '../ledger/fold-period.ts';
import type { UnitInPeriod } from '../ledger/read-ledger.ts';
import { groupOf } from '../units/groups.ts';
import type { Notice } from './notice.ts';

/** Where the units of a period that is open stand this morning: how many, and nothing of what they declared. */
export function dailySummary(
  { group, period }: PeriodOf,
  state: PeriodState,
  units: readonly UnitInPeriod[],
  now: Date,
): Notice[] {
  if (state.state === 'closed') return [];
  const count = (...states: string[]) => units.filter(({ standing }) => states.includes(standing.state)).length;
  const facts = {
    units: units.length,
    missing: count('missing', 'opened'),
    rejected: count('rejected'),
    accepted: count('accepted'),
    certified: count('certified'),
  };
  const at = now.toISOString();
  return [
    { kind: 'daily-summary', group, period, to: groupOf(group).owner, about: { day: dayInVietnam(at) }, facts, at },
  ];
}
