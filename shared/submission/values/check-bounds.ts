import { declaredDecimals } from '../../scoring/freeze-indicators.ts';
import { largestFigureDigits } from '../../scoring/refuse-overflow.ts';
import type { Finding } from '../submission.ts';
import { compareDecimals, decimalsOf, wholeDigitsOf } from './decimal-text.ts';
import { describeBounds, describeBoundsEn, shownDecimals } from './describe-bounds.ts';
import { findFigure, showsPercent } from './figure-words.ts';
import type { NumberContext } from './read-number.ts';

/** Decimals and bounds of an input. What passes is no wider than a run can score: one figure would stop everybody's. */
export function checkBounds(value: string, context: NumberContext): Finding[] {
  const { indicator, input } = context;
  const wholeDigits = largestFigureDigits - declaredDecimals(indicator);
  if (wholeDigitsOf(value) > wholeDigits)
    return [findFigure('TOO_MANY_DIGITS', value, context, { allowed: `${wholeDigits}` })];
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
