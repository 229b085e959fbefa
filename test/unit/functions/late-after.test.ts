import { expect, it } from 'vitest';
import { lateAfter } from '../../../functions/publish-release/late-after.ts';

/** How many pieces are begun, of a call that may take 25 seconds, where it took so long to the first and takes so long for each. */
function begun(toFirst: number, pieces: readonly number[]): number {
  let now = 5_000;
  const isLate = lateAfter(25_000, () => now);
  now += toFirst * 1000;
  let longest = 0;
  return pieces.findIndex((piece) => {
    if (isLate(longest)) return true;
    now += piece * 1000;
    longest = Math.max(longest, piece * 1000);
    return false;
  });
}

it('begins no piece that would end too late if it took as long as the longest before it, but one in any case', () => {
  expect(begun(0, Array(40).fill(2))).toBe(12);
  expect(begun(13, Array(40).fill(1))).toBe(12);
  expect(begun(0, Array(40).fill(9))).toBe(2);
  expect(begun(0, [2, 14, 1, 1, 1])).toBe(2);
  expect(begun(40, Array(40).fill(1))).toBe(1);
});
