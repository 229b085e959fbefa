import Big from 'big.js';

/** Below, above or at 0 like the first beside the second. */
export const compareDecimals = (one: string, other: string): number => new Big(one).cmp(other);

/** The first without the second, exactly, with the decimals that both are written with. */
export function differenceOf(one: string, other: string): string {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  return new Big(one).minus(other).toFixed(decimals);
}

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;
