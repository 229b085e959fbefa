import { formatDecimal } from '../../format/format-decimal.ts';
import { isPartOfWhole } from '../../frameworks/units-of-measure.ts';
import { makeNumberFinding, namesOf } from '../finding.ts';
import { compareDecimals } from '../values/decimal-text.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

export const numeratorAboveDenominator: FigureRule = {
  rule: 'NUMERATOR_ABOVE_DENOMINATOR',
  check: (figures) =>
    [...byIndicator(figures).values()].flatMap((inputs) => {
      const [numerator, denominator] = [inputs.get('numerator'), inputs.get('denominator')];
      const [a, b] = [numerator?.value ?? null, denominator?.value ?? null];
      if (!numerator || a === null || b === null || compareDecimals(a, b) <= 0) return [];
      if (!isPartOfWhole(numerator.indicator)) return [];
      const params = { ...namesOf(numerator.indicator), denominator: formatDecimal(b), denominator_en: b };
      return [makeNumberFinding('NUMERATOR_ABOVE_DENOMINATOR', numerator.place('value'), a, params)];
    }),
};
