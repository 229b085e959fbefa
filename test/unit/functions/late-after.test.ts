import { expect, it } from 'vitest';
import { lateAfter } from '../../../functions/publish-release/late-after.ts';

/** How many pieces are begun where each takes so long, of a call that may take 25 seconds. */
function begun(seconds: readonly number[]): number {
  let now = 5_000;
  const isLate = lateAfter(25_000, () => now);
  return seconds.findIndex((piece) => {
    if (isLate()) return true;
    now += piece * 1000;
    return false;
  });
}

it('begins no piece that would end too late if it took as long as the longest before it', () => {
  expect(begun(Array(40).fill(2))).toBe(12);
  expect(begun(Array(40).fill(9))).toBe(2);
  expect(begun([2, 14, 1, 1, 1])).toBe(2);
});
