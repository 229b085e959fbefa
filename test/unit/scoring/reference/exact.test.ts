import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  divideHalfUp,
  fixed,
  minus,
  plus,
  readDecimal,
  times,
} from '../../../../shared/scoring/reference/exact.ts';

const decimal = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(8))
  .map(([digits, decimals]) => Big(`${digits}`).div(Big(10).pow(decimals)).toFixed());

describe('exact decimals', () => {
  it('add, subtract, multiply and compare as big.js does', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [readDecimal(a), readDecimal(b)];
        expect(fixed(plus(x, y), 8)).toBe(
          Big(a)
            .plus(b)
            .toFixed(8)
            .replace(/^-(?=[0.]+$)/, ''),
        );
        expect(fixed(minus(x, y), 8)).toBe(
          Big(a)
            .minus(b)
            .toFixed(8)
            .replace(/^-(?=[0.]+$)/, ''),
        );
        expect(compare(times(x, y), readDecimal(Big(a).times(b).toFixed()))).toBe(0);
        expect(compare(x, y)).toBe(Big(a).cmp(b));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['0.00005', '1', 4, '0.0001'],
    ['0.000049999999999999', '1', 4, '0.0000'],
    ['1', '8', 2, '0.13'],
    ['5', '2', 0, '3'],
    ['-1', '8', 2, '-0.12'], // up is up: a half is never taken away from anyone
    ['-3', '8', 2, '-0.37'],
    ['-0.126', '1', 2, '-0.13'],
  ])('%s / %s at %i decimals is %s, an exact half upwards', (a, b, decimals, quotient) => {
    expect(fixed(divideHalfUp(readDecimal(a), readDecimal(b), decimals), decimals)).toBe(quotient);
  });

  it.each(['', '1.', '.5', '1e3', ' 1', '1,5', 'NaN', '--1', '٣'])('refuses %j: it is no plain decimal', (text) => {
    expect(() => readDecimal(text)).toThrow(/SCORING_INPUTS_BROKEN/);
  });
});
