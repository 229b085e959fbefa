import Big from 'big.js';

export { canonicalDecimal, hundredthOf } from './canonical-decimal.ts';

/**
 * Declared figures are text from the cell to the lake: made canonical by cutting zeros, compared by big.js, which is exact
 * for sums and comparisons. No digit passes through a float.
 */
const canonical = /^(?:0|-?(?:[1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/;

/** No exponent, no plus sign, no needless zero, no negative zero. */
export const isCanonicalDecimal = (text: string): boolean => canonical.test(text);

export const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

export const wholeDigitsOf = (decimal: string): number => decimal.replace('-', '').split('.')[0]!.length;

export const significantDigits = (decimal: string): number => decimal.replace(/^-?0?\.?0*|\./g, '').length;

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareDecimals = (a: string, b: string): number => new Big(a).cmp(b);
