import { dayInVietnam } from '../format/format-date.ts';
import type { PeriodState } from './fold-period.ts';
import type { UnitState } from './fold-unit.ts';
import { type Standing, standingOf } from './standing.ts';

export type State = Standing['state'];
export type StateCounts = Record<State, number>;

/** How many units stood how at the end of a day in Vietnam. */
export interface DayCounts extends StateCounts {
  /** `2026-10-15` */
  day: string;
}

export const noCounts = (): StateCounts => ({ missing: 0, opened: 0, rejected: 0, accepted: 0, certified: 0 });

/**
 * Days on which a unit's state changed, in order, from the chains alone: no counter is kept anywhere. A receipt is taken as
 * answered when it came, which is seconds before it was.
 */
export function statesByDay(
  units: ReadonlyMap<string, UnitState>,
  unitCount: number,
  period: PeriodState,
): DayCounts[] {
  const moves = [...units].flatMap(([unitId, unit]) => movesOf(unit, unitId, period));
  const byDay = [...Map.groupBy(moves, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = { ...noCounts(), missing: unitCount };
  return byDay.map(([day, all]) => {
    for (const { from, to } of all) {
      counts[from]--;
      counts[to]++;
    }
    return { day, ...counts };
  });
}

interface Move {
  day: string;
  from: State;
  to: State;
}

function movesOf(unit: UnitState, unitId: string, period: PeriodState): Move[] {
  const days = [...new Set(instantsOf(unit).map(dayInVietnam))].sort();
  let from: State = 'missing';
  return days.flatMap((day) => {
    const to = standingOf(asOf(unit, endOf(day)), period, unitId).state;
    const move = { day, from, to };
    from = to;
    return move.from === move.to ? [] : [move];
  });
}

const instantsOf = ({ opened_at, receipts }: UnitState): string[] => [
  ...(opened_at === null ? [] : [opened_at]),
  ...receipts.flatMap(({ at, certified }) => (certified ? [at, certified.at] : [at])),
];

/** First instant after a day: a text, so that thousands of chains are compared without reading a date. */
const endOf = (day: string): string => `${day}T17:00:00.000Z`;

/** The unit as its chain stood before an instant. */
function asOf(unit: UnitState, end: string): UnitState {
  const isBy = (at: string) => at < end;
  return {
    ...unit,
    opened: unit.opened_at !== null && isBy(unit.opened_at),
    receipts: unit.receipts
      .filter(({ at }) => isBy(at))
      .map((one) => (one.certified && !isBy(one.certified.at) ? { ...one, certified: null } : one)),
  };
}
