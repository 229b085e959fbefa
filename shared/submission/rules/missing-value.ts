import type { Figure } from '../figure.ts';
import { inputNamesOf, makeFinding, namesOf } from '../finding.ts';
import { askedKey } from '../input-key.ts';
import type { Finding } from '../submission.ts';
import { byIndicator, type FigureRule, isLetThrough } from './figure-rule.ts';
import { withdrawnRows } from './figure-withdrawn.ts';

/** A blank, or a row that is not there, is never zero in silence: it is refused, or told where the framework lets an unanswered indicator through. */
export const missingValue: FigureRule = {
  rule: 'MISSING_VALUE',
  check: (figures, { framework, current }) =>
    [...byIndicator(figures).values()].flatMap((inputs) => {
      const rows = [...inputs.values()];
      if (!isLetThrough(rows, framework)) return rows.filter(({ blank }) => blank).map(missing);
      // What was withdrawn is refused as that.
      return withdrawnRows(rows, current).length > 0
        ? []
        : [unanswered(rows.find(({ absent }) => !absent) ?? rows[0]!)];
    }),
};

function unanswered({ indicator, place }: Figure): Finding {
  const at = place('value');
  // A system that sends CSV or JSON knows the indicator by its code.
  return makeFinding('UNANSWERED', at, namesOf(indicator), at.sheet === null ? indicator.indicator : null);
}

function missing(figure: Figure): Finding {
  const { place, absent } = figure;
  const at = place('value');
  if (!absent) return makeFinding('MISSING_VALUE', at, inputNamesOf(figure));
  // CSV and JSON have no sheet, and their senders no form.
  return makeFinding(at.sheet === null ? 'RECORD_MISSING' : 'ROW_MISSING', at, inputNamesOf(figure), askedKey(figure));
}
