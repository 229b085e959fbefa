import { formatDecimal } from '../../format/format-decimal.ts';
import type { Indicator } from '../../frameworks/framework.ts';
import { makeNumberFinding } from '../finding.ts';
import { compareDecimals } from '../values/decimal-text.ts';
import { byIndicator, type FigureRule } from './figure-rule.ts';

export const numeratorAboveDenominator: FigureRule = {
  rule: 'NUMERATOR_ABOVE_DENOMINATOR',
  check: (figures) =>
    [...byIndicator(figures).values()].flatMap((inputs) => {
      const [numerator, denominator] = [inputs.get('numerator'), inputs.get('denominator')];
      const [a, b] = [numerator?.value ?? null, denominator?.value ?? null];
      if (!numerator || !isPart(numerator.indicator)) return [];
      if (a === null || b === null || compareDecimals(a, b) <= 0) return [];
      const params = { denominator: formatDecimal(b), denominator_en: b };
      return [makeNumberFinding('NUMERATOR_ABOVE_DENOMINATOR', numerator.place('value'), a, params)];
    }),
};

/** Two units of measure, as in `doanh nghiệp; nghìn người`, are of two quantities: neither is a part of the other. */
const isPart = ({ unit_of_measure_vi }: Indicator) => !unit_of_measure_vi.includes(';');
