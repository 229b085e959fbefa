import { describe, expect, it } from 'vitest';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { pairs, rankingStarts } from '../../../shared/site/page-list.ts';

/** Of so many units by rank, and one that sent nothing. */
const ofUnits = (count: number): Scoreboard => {
  const units = Array.from({ length: count }, (_, place) => ({ unit_id: `u${place + 1}`, state: 'scored' }));
  return { units: [...units, { unit_id: 'none', state: 'not_submitted' }] } as unknown as Scoreboard;
};

describe('pairs', () => {
  it('are all there are of a small group, the better first', () => {
    expect(pairs(ofUnits(3))).toEqual([
      ['u1', 'u2'],
      ['u1', 'u3'],
      ['u2', 'u3'],
    ]);
    expect(pairs(ofUnits(40))).toHaveLength((40 * 39) / 2);
  });

  it('are a unit and the two behind it of a larger one: thousands of pages nobody would read', () => {
    const of41 = pairs(ofUnits(41));
    expect(of41).toHaveLength(39 * 2 + 1);
    expect(of41.slice(0, 2)).toEqual([
      ['u1', 'u2'],
      ['u1', 'u3'],
    ]);
  });
});

describe('rankingStarts', () => {
  it.each([
    [0, [0]],
    [100, [0]],
    [101, [0, 100]],
    [168, [0, 100]],
  ])('of %d units', (count, starts) => {
    expect(rankingStarts(ofUnits(count))).toEqual(starts);
  });
});
