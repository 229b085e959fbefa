import { makeNumberFinding } from '../finding.ts';
import type { Finding } from '../submission.ts';
import { compareDecimals, decimalsOf, wholeDigitsOf } from './decimal-text.ts';
import { describeBounds, describeBoundsEn } from './describe-bounds.ts';
import type { NumberContext } from './read-number.ts';

/** With four decimals this is what a BIGINT of the lake still holds. */
const maximumWholeDigits = 14;

/** Decimals and bounds of an input. */
export function checkBounds(value: string, { input, place }: NumberContext): Finding[] {
  const decimals = decimalsOf(value);
  if (wholeDigitsOf(value) > maximumWholeDigits) return [makeNumberFinding('TOO_MANY_DIGITS', place, value)];
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
