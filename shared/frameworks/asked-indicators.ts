import { parsePeriod } from '../periods/period.ts';
import type { Framework, Indicator } from './framework.ts';

/** Who is asked, and when. */
export interface AskedUnit {
  unit_id: string;
  group: string;
  /** `2024`, `2026-Q3` */
  period: string;
}

/** Indicators that a unit is asked to declare in a period: assessed this round, applying to the unit, and due. */
export function askedIndicators(framework: Framework, asked: AskedUnit): Indicator[] {
  const { quarter } = parsePeriod(asked.period);
  return framework.indicators.filter(
    (indicator) =>
      indicator.assessed && appliesTo(indicator, asked) && (quarter === null || indicator.due === 'quarterly'),
  );
}

/** An indicator without a list applies to all. */
export const appliesTo = ({ applies_to }: Indicator, { unit_id, group }: Omit<AskedUnit, 'period'>): boolean =>
  applies_to === undefined || applies_to.includes(unit_id) || applies_to.includes(group);
