import { Fault } from '../observability/fault.ts';

/** A year (`2024`) or a quarter (`2026-Q3`). A year is a collection of its own, not the mean of its quarters. */
export interface Period {
  /** As written everywhere: `2024`, `2026-Q3`. */
  period: string;
  year: number;
  quarter: 1 | 2 | 3 | 4 | null;
}

const shape = /^(20\d{2})(?:-Q([1-4]))?$/;
const quarterEnds = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const;
const romanQuarters = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const;

export const isPeriod = (text: string): boolean => shape.test(text);

/** Throws the fault `PERIOD_MALFORMED`; where the text comes from outside, ask {@link isPeriod} first. */
export function parsePeriod(text: string): Period {
  const match = shape.exec(text);
  if (!match) {
    throw new Fault('PERIOD_MALFORMED', `"${text}" is not a period; write a year (2024) or a quarter (2026-Q3)`);
  }
  const quarter = match[2] === undefined ? null : (Number(match[2]) as 1 | 2 | 3 | 4);
  return { period: text, year: Number(match[1]), quarter };
}

/** `YYYY-MM-DD`. */
export const lastDayOf = ({ year, quarter }: Period): string => `${year}-${quarterEnds[quarter ?? 4]}`;

/** For sorting by period end; on equal ends the quarter comes first, so a year may carry its last quarter's values. */
export function comparePeriodEnds(a: Period, b: Period): number {
  const [endA, endB] = [lastDayOf(a), lastDayOf(b)];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return Number(a.quarter === null) - Number(b.quarter === null);
}

/** The same period of the year before: `2025-Q3` of `2026-Q3`. */
export const yearBefore = ({ year, quarter }: Period): string =>
  quarter === null ? `${year - 1}` : `${year - 1}-Q${quarter}`;

/** Within a sentence: `năm 2024`, `quý III/2026`. */
export const periodVi = ({ year, quarter }: Period): string =>
  quarter === null ? `năm ${year}` : `quý ${romanQuarters[quarter]}/${year}`;

/** The same of a period as it is told to people, whatever it is: what is no period stays as it was written. */
export const periodNamedVi = (period: string): string => (isPeriod(period) ? periodVi(parsePeriod(period)) : period);

/** By itself, as behind "Kỳ đánh giá:": `năm 2024`, `Quý III/2026`. */
export const periodLabelVi = (period: Period): string => periodVi(period).replace(/^quý/, 'Quý');

/** Quarters of one year, in order, at least one, by themselves: `Quý III/2026`, `các quý I, II và III/2026`. */
export function quartersLabelVi(quarters: Period[]): string {
  const last = quarters.at(-1)!;
  if (quarters.length === 1) return periodLabelVi(last);
  const [end, ...others] = quarters.map(({ quarter }) => romanQuarters[quarter!]).reverse();
  return `các quý ${others.reverse().join(', ')} và ${end}/${last.year}`;
}
