import { formatDecimal } from '../../format/format-decimal.ts';
import { makeNumberFinding, namesOf } from '../finding.ts';
import { compareDecimals } from '../values/decimal-text.ts';
import type { FigureRule } from './figure-rule.ts';

/** A growth may be measured against a corrected figure, but not against another one in silence. */
export const yearBeforeDiffers: FigureRule = {
  rule: 'YEAR_BEFORE_DIFFERS',
  check: (figures, { yearBefore = [] }) => {
    const then = new Map(yearBefore.map((figure) => [`${figure.indicator}/${figure.input}`, figure]));
    return figures.flatMap(({ indicator, input, value, place }) => {
      const known = then.get(`${indicator.indicator}/${input.input}`);
      if (!known || value === null || compareDecimals(value, known.value) === 0) return [];
      const { source_vi, source_en } = known;
      const source = { ...namesOf(indicator), source: source_vi, source_en };
      const params = { ...source, known: formatDecimal(known.value), known_en: known.value };
      return [makeNumberFinding('YEAR_BEFORE_DIFFERS', place('value'), value, params)];
    });
  },
};
