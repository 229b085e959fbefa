import type { Figure } from '../figure.ts';
import { makeFinding, namesOf } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

/** A blank is never zero in silence: it is refused, or told where the framework lets an unanswered indicator through. */
export const missingValue: FigureRule = {
  rule: 'MISSING_VALUE',
  check: (figures, { framework }) =>
    [...byIndicator(figures).values()].flatMap((inputs) => {
      const rows = [...inputs.values()];
      const letsThrough = framework.unanswered === 'zero_points' && rows.every(({ blank }) => blank);
      return letsThrough ? [unanswered(rows[0]!)] : rows.filter(({ blank }) => blank).map(missing);
    }),
};

const unanswered = ({ indicator, place }: Figure): Finding =>
  makeFinding('UNANSWERED', place('value'), namesOf(indicator));

const missing = ({ indicator, input, place }: Figure): Finding =>
  makeFinding('MISSING_VALUE', place('value'), { ...namesOf(indicator), input: input.input });
