import Big from 'big.js';

/** Decimals of our own, strict: a JavaScript number where a figure belongs throws instead of being rounded. */
export const Exact = Big();
Exact.strict = true;

export type Decimal = InstanceType<typeof Exact>;

export const zero: Decimal = new Exact('0');

export const sum = (terms: readonly Decimal[]): Decimal => terms.reduce((total, term) => total.plus(term), zero);

export const roundHalfUp = (value: Decimal, decimals: number): Decimal => value.round(decimals, Big.roundHalfUp);

/** The only division: rounded half up once, from the exact quotient. */
export function divideHalfUp(dividend: Decimal, divisor: Decimal, decimals: number): Decimal {
  const Quotient = Big();
  Quotient.DP = decimals;
  Quotient.RM = Big.roundHalfUp;
  return new Exact(new Quotient(dividend).div(divisor));
}

/** Plain mean, half up. */
export const meanHalfUp = (values: readonly Decimal[], decimals: number): Decimal =>
  divideHalfUp(sum(values), new Exact(`${values.length}`), decimals);

/** Fixed-point text with exactly so many decimals: `130.0040`. */
export const fixed = (value: Decimal, decimals: number): string => value.toFixed(decimals, Big.roundHalfUp);
