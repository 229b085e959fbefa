import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import { tellBreak } from './history-words.ts';
import type { HistoryBreak, HistoryPoint } from './unit-history.ts';

/** Oldest first, one per period and group. */
export function inOrder(points: readonly HistoryPoint[]): HistoryPoint[] {
  const perRound = Map.groupBy(points, ({ group, period }) => `${group} ${period}`);
  return [...perRound.values()].map(chooseOfRound).sort(byPeriodThenGroup);
}

/**
 * Of a round that was both computed here and published elsewhere: what was computed, where it has a total; what was
 * published, where it alone has.
 */
function chooseOfRound(points: HistoryPoint[]): HistoryPoint {
  const [computed, published] = ['computed', 'published'].map((kind) => points.find((point) => point.kind === kind));
  if (computed && published) return computed.value !== null || published.value === null ? computed : published;
  return points[0]!;
}

function byPeriodThenGroup(a: HistoryPoint, b: HistoryPoint): number {
  const byPeriod = comparePeriodEnds(parsePeriod(a.period), parsePeriod(b.period));
  return byPeriod !== 0 ? byPeriod : a.group < b.group ? -1 : 1;
}

/** Of neighbouring points, why they may not be compared; the first reason alone, weightiest first. */
export const breaksBetween = (points: readonly HistoryPoint[]): HistoryBreak[] =>
  points.slice(1).flatMap((after, i) => breakBetween(points[i]!, after) ?? []);

function breakBetween(before: HistoryPoint, after: HistoryPoint): HistoryBreak | null {
  const kind = kindOfBreak(before, after);
  return kind && { kind, before: before.release, after: after.release, ...tellBreak[kind](before, after) };
}

function kindOfBreak(before: HistoryPoint, after: HistoryPoint): HistoryBreak['kind'] | null {
  if (before.group !== after.group) return 'group';
  if (before.illustrative !== after.illustrative) return 'illustrative';
  return before.framework.framework_id === after.framework.framework_id ? null : 'framework';
}
