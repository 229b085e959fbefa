import { declaredDecimals } from '../../scoring/freeze-indicators.ts';
import { largestFigureDigits } from '../../scoring/refuse-overflow.ts';
import { makeNumberFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { compareDecimals, decimalsOf, wholeDigitsOf } from './decimal-text.ts';
import { describeBounds, describeBoundsEn } from './describe-bounds.ts';
import type { NumberContext } from './read-number.ts';

/** Decimals and bounds of an input. What passes is no wider than a run can score: one figure would stop everybody's. */
export function checkBounds(value: string, { indicator, input, place }: NumberContext): Finding[] {
  const decimals = decimalsOf(value);
  const wholeDigits = largestFigureDigits - declaredDecimals(indicator);
  if (wholeDigitsOf(value) > wholeDigits)
    return [makeNumberFinding('TOO_MANY_DIGITS', place, value, { allowed: `${wholeDigits}` })];
  const findings: Finding[] = [];
  if (decimals > input.decimals) {
    findings.push(
      makeNumberFinding('TOO_MANY_DECIMALS', place, value, { found: `${decimals}`, allowed: `${input.decimals}` }),
    );
  }
  const tooSmall = input.minimum !== null && compareDecimals(value, input.minimum) < 0;
  const tooBig = input.maximum !== null && compareDecimals(value, input.maximum) > 0;
  if (tooSmall || tooBig) {
    const bounds = { bounds: describeBounds(input), bounds_en: describeBoundsEn(input) };
    findings.push(makeNumberFinding('OUT_OF_RANGE', place, value, bounds));
  }
  return findings;
}
