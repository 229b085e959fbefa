/**
 * A quotient of whole numbers, halves up, as a formula that every spreadsheet computes alike: no tie rule and no tolerance
 * of the program enters it. Two bounds were measured with LibreOffice, whose INT takes what lies next to a whole number for
 * it: below the first it is right as it stands, below the second with one step back where it went too far.
 */
const plainBelow = 2n ** 47n;
const correctedBelow = 2n ** 52n;

/** `value`: too large for a spreadsheet's numbers, so the figure stands there as it was published, and is said to. */
export type Computed = 'formula' | 'corrected' | 'value';

/** By the largest dividend of a column, doubled as {@link halfUp} doubles it. */
export const computedFor = (largest: bigint): Computed =>
  largest < plainBelow ? 'formula' : largest < correctedBelow ? 'corrected' : 'value';

export interface Quotient {
  /** Whole number and positive whole number, as formulas. */
  over: string;
  under: string;
}

/** ⌊over / under + 1/2⌋ */
export function halfUp({ over, under }: Quotient, computed: Exclude<Computed, 'value'>): string {
  const dividend = `2*${over}+${under}`;
  const divisor = `2*${under}`;
  const floor = `INT((${dividend})/(${divisor}))`;
  return computed === 'formula' ? floor : `${floor}-(${floor}*${divisor}>${dividend})`;
}

/** A decimal cell as a whole number: the one rounding, of something next to a whole number. */
export const wholeOf = (cell: string, decimals: number): string =>
  decimals === 0 ? cell : `ROUND(${cell}*${10 ** decimals},0)`;
