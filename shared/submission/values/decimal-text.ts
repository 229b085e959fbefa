import Big from 'big.js';

/**
 * Declared figures are text from the cell to the lake: made canonical by cutting zeros, compared by big.js, which is exact
 * for sums and comparisons. No digit passes through a float.
 */
const canonical = /^(?:0|-?(?:[1-9]\d*|0\.\d*[1-9]|[1-9]\d*\.\d*[1-9]))$/;

/** No exponent, no plus sign, no needless zero, no negative zero. */
export const isCanonicalDecimal = (text: string): boolean => canonical.test(text);

/** From digits with at most one sign and one point (`-007.50` → `-7.5`). */
export function canonicalDecimal(plain: string): string {
  const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(plain);
  if (!match) throw new RangeError(`Not a plain decimal: ${JSON.stringify(plain)}`);
  const [, sign, whole, fraction] = match;
  const text = fraction ? `${whole}.${fraction}` : whole!;
  return text === '0' ? '0' : `${sign}${text}`;
}

export const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

export const wholeDigitsOf = (decimal: string): number => decimal.replace('-', '').split('.')[0]!.length;

export const significantDigits = (decimal: string): number => decimal.replace(/^-?0?\.?0*|\./g, '').length;

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareDecimals = (a: string, b: string): number => new Big(a).cmp(b);

/** A hundredth, by moving the point: `45.6` → `0.456`. */
export function hundredthOf(decimal: string): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.padStart(3, '0');
  return canonicalDecimal(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`);
}
