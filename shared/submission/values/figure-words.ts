import Big from 'big.js';
import { formatDecimal } from '../../format/format-decimal.ts';
import { isPercent } from '../../frameworks/is-percent.ts';
import { makeFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { decimalsOf } from './decimal-text.ts';
import { parseNumber } from './parse-number.ts';
import type { NumberContext } from './read-number.ts';

/** In the cells of a form a fraction shows as a percentage; JSON and CSV carry the fraction itself. */
export const showsPercent = ({ indicator, notation }: NumberContext): boolean =>
  notation === 'form' && isPercent(indicator);

/**
 * A finding that shows the figure as its own cell does, in its words and in its value: whoever sees 101,5% looks neither
 * for 1,015 nor for 101.5%.
 */
export function findFigure(
  rule: string,
  value: string,
  context: NumberContext,
  params: Record<string, string> = {},
): Finding {
  const sign = showsPercent(context) ? '%' : '';
  const number = showsPercent(context) ? new Big(value).times(100).toFixed() : value;
  const words = { number: formatDecimal(number) + sign, number_en: number + sign };
  return makeFinding(
    rule,
    context.place,
    { ...params, ...words },
    context.notation === 'form' ? words.number : words.number_en,
  );
}

/** How a text was read, without separators of thousands: they are what could be mistaken. */
export function findUnderstood(value: string, text: string, { place }: NumberContext, percent: boolean): Finding {
  const understood_en = percent ? `${new Big(value).times(100).toFixed()}%` : value;
  return makeFinding('NUMBER_UNDERSTOOD', place, { understood: understood_en.replace('.', ','), understood_en }, text);
}

/** A figure that this input would take, in its own notation; for `92,86%` where a share is asked for, that share. */
export function exampleOf(context: NumberContext, text = ''): { example: string; example_en: string } {
  const example_en = showsPercent(context) ? '45.6%' : (shareOf(text, context) ?? plainExample(context));
  return { example: context.notation === 'form' ? example_en.replace('.', ',') : example_en, example_en };
}

/** Null unless the text is a percentage, and its hundredth a figure that passes. */
function shareOf(text: string, { input }: NumberContext): string | null {
  const parsed = text.endsWith('%') ? parseNumber(text, 'percent') : null;
  if (!parsed || 'rule' in parsed || input.maximum === null || new Big(input.maximum).gt(1)) return null;
  const fits = decimalsOf(parsed.value) <= input.decimals && new Big(parsed.value).lte(input.maximum);
  return fits && new Big(parsed.value).gte(input.minimum ?? '0') ? parsed.value : null;
}

function plainExample({ indicator, input }: NumberContext): string {
  if (isPercent(indicator)) return '0.456';
  if (input.decimals === 0) return '1234';
  return input.maximum !== null && new Big(input.maximum).lte(1) ? '0.5' : '1234.5';
}
