import { Fault } from '../observability/fault.ts';

/** `'0.9286'` at 4 decimals is `9286n`. A decimal that needs more of them is a fault: nothing is rounded on the way in. */
export function scaleDecimal(decimal: string, decimals: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > decimals) {
    throw new Fault('DECIMAL_MISFIT', `${JSON.stringify(decimal)} is not a decimal of at most ${decimals} decimals`);
  }
  const magnitude = BigInt(match[2] + fraction.padEnd(decimals, '0'));
  return match[1] ? -magnitude : magnitude;
}

/** Reverses {@link scaleDecimal} with all decimals shown: `9286n` at 4 is `'0.9286'`. */
export function renderScaled(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return scaled < 0n ? `-${text}` : text;
}

export const scaleOf = (decimals: number): bigint => 10n ** BigInt(decimals);

/** Decimals that a decimal text shows: 2 of `'0.50'`. */
export const decimalsOf = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;
