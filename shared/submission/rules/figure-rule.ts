import type { Framework } from '../../frameworks/framework.ts';
import type { CheckContext, Figure } from '../figure.ts';
import type { Finding } from '../submission.ts';

/** What figures say together. A figure that could not be read is null and breaks no further rule. */
export interface FigureRule {
  rule: string;
  check: (figures: readonly Figure[], context: CheckContext) => Finding[];
}

/** Figures of one indicator by input. */
export function byIndicator(figures: readonly Figure[]): Map<string, Map<string, Figure>> {
  const grouped = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const inputs = grouped.get(figure.indicator.indicator) ?? new Map<string, Figure>();
    grouped.set(figure.indicator.indicator, inputs.set(figure.input.input, figure));
  }
  return grouped;
}

/** Rows of an indicator that was left out as a whole, where the framework lets that through. */
export const isLetThrough = (rows: readonly Figure[], { unanswered }: Framework): boolean =>
  unanswered === 'zero_points' && rows.every(({ blank }) => blank);
