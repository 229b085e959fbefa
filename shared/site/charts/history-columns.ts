import { comparePeriodEnds, parsePeriod } from '../../periods/period.ts';
import { type History, type HistoryPoint, hasValue } from './chart-data.ts';
import { round } from './scale.ts';

export const isOwn = ({ kind }: HistoryPoint): boolean => kind === 'own';

/** A place on the way: one period may stand on both sides of a break, as 2024 of the 63 and of the 34. */
export interface Column {
  section: string;
  period: string;
  /** Middle, as a share of the width. */
  x: string;
}

/** Section by section, each in order of time. */
export function columnsOf({ sections, points }: History): Column[] {
  const places = sections.flatMap(({ section }) => {
    const periods = new Set(points.filter((point) => point.section === section).map(({ period }) => period));
    return [...periods]
      .sort((one, other) => comparePeriodEnds(parsePeriod(one), parsePeriod(other)))
      .map((period) => ({ section, period }));
  });
  return places.map((place, index) => ({ ...place, x: `${round(((index + 0.5) / places.length) * 100)}%` }));
}

type Valued = HistoryPoint & { value: string };

export interface Join {
  from: Valued;
  to: Valued;
  x1: string;
  x2: string;
}

/** Neighbours of one series in one section that both have a value. */
export function joinsOf({ points }: History, columns: Column[]): Join[] {
  return points.filter(hasValue).flatMap((from) => {
    const at = columns.findIndex(({ section, period }) => section === from.section && period === from.period);
    const next = columns[at + 1];
    const to = points.find((point): point is Valued => hasValue(point) && follows(from, point, next));
    return to && next ? [{ from, to, x1: columns[at]!.x, x2: next.x }] : [];
  });
}

const follows = (from: HistoryPoint, point: HistoryPoint, next: Column | undefined) =>
  point.series === from.series &&
  point.kind === from.kind &&
  point.section === from.section &&
  next?.section === point.section &&
  next.period === point.period;
