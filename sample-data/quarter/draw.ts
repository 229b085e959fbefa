import { createHash } from 'node:crypto';

/** Gives the same number for the same words, whoever asks first: nothing here hangs on an order of calls. */
export type Draw = (words: readonly string[], lowest: number, highest: number) => number;

/** Whole numbers from `lowest` to `highest`, both included. */
export function seededDraw(seed: string): Draw {
  return (words, lowest, highest) => {
    const digest = createHash('sha256')
      .update([seed, ...words].join('/'))
      .digest();
    return lowest + (digest.readUIntBE(0, 6) % (highest - lowest + 1));
  };
}
