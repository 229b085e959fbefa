import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalDecimal,
  compareDecimals,
  decimalsOf,
  hundredthOf,
  isCanonicalDecimal,
  significantDigits,
} from '../../../../shared/submission/values/decimal-text.ts';

const plain = fc
  .tuple(fc.constantFrom('', '-'), fc.stringMatching(/^[0-9]{1,18}$/), fc.stringMatching(/^[0-9]{0,12}$/))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`);

describe('canonicalDecimal', () => {
  it.each([
    ['-007.50', '-7.5'],
    ['0.000', '0'],
    ['-0', '0'],
    ['100', '100'],
    ['0.0010', '0.001'],
  ])('writes %s as %s', (text, expected) => expect(canonicalDecimal(text)).toBe(expected));

  it('keeps the value and has one text per value', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const canonical = canonicalDecimal(text);
        expect(new Big(canonical).eq(new Big(text))).toBe(true);
        expect(isCanonicalDecimal(canonical)).toBe(true);
        expect(canonicalDecimal(canonical)).toBe(canonical);
      }),
    );
  });

  it('throws on anything else, because by now the text must have been read', () =>
    expect(() => canonicalDecimal('1e5')).toThrow(RangeError));
});

describe('hundredthOf', () => {
  it('moves the point exactly, where a float would not', () => {
    expect(hundredthOf('0.07')).toBe('0.0007');
    fc.assert(
      fc.property(plain, (text) => {
        const decimal = canonicalDecimal(text);
        expect(new Big(hundredthOf(decimal)).times(100).eq(new Big(decimal))).toBe(true);
      }),
    );
  });
});

describe('decimals as text', () => {
  it('compares beyond the digits of a float', () =>
    expect(compareDecimals('0.1000000000000000001', '0.1')).toBeGreaterThan(0));

  it('counts decimals and significant digits', () => {
    expect([decimalsOf('12'), decimalsOf('0.1234')]).toEqual([0, 4]);
    expect(['0.0012', '1200', '-1.5', '123456789012345.6'].map(significantDigits)).toEqual([2, 4, 2, 16]);
  });
});
