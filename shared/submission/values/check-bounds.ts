import type { Finding } from '../submission.ts';
import { compareDecimals, decimalsOf, wholeDigitsOf } from './decimal-text.ts';
import { describeBounds, describeBoundsEn, shownDecimals } from './describe-bounds.ts';
import { findFigure, showsPercent } from './figure-words.ts';
import type { NumberContext } from './read-number.ts';

/** With four decimals this is what a BIGINT of the lake still holds. */
const maximumWholeDigits = 14;

/** Decimals and bounds of an input. */
export function checkBounds(value: string, context: NumberContext): Finding[] {
  const { input } = context;
  if (wholeDigitsOf(value) > maximumWholeDigits) return [findFigure('TOO_MANY_DIGITS', value, context)];
  const findings: Finding[] = [];
  const surplus = decimalsOf(value) - input.decimals;
  if (surplus > 0) {
    const allowed = shownDecimals(input.decimals, showsPercent(context));
    const counts = { found: `${allowed + surplus}`, allowed: `${allowed}` };
    findings.push(findFigure(allowed === 0 ? 'NOT_INTEGER' : 'TOO_MANY_DECIMALS', value, context, counts));
  }
  const tooSmall = input.minimum !== null && compareDecimals(value, input.minimum) < 0;
  const tooBig = input.maximum !== null && compareDecimals(value, input.maximum) > 0;
  if (tooSmall || tooBig) {
    const percent = showsPercent(context);
    const bounds = { bounds: describeBounds(input, percent), bounds_en: describeBoundsEn(input, percent) };
    findings.push(findFigure('OUT_OF_RANGE', value, context, bounds));
  }
  return findings;
}
