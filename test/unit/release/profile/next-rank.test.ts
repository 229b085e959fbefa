import { describe, expect, it } from 'vitest';
import { findNextRank } from '../../../../shared/release/profile/next-rank.ts';
import { divideHalfUp, fixed, minus, plus, readDecimal } from '../../../../shared/scoring/reference/exact.ts';
import { rankValues } from '../../../../shared/scoring/reference/rank-values.ts';
import type { Scoreboard } from '../../../../shared/scoring/scoreboard.ts';
import { unitLabel } from '../../../../shared/units/unit-label.ts';
import { buildProvinceScoreboard } from '../../../support/scoreboard-builder.ts';

const scoreboard = buildProvinceScoreboard();
const step = { digits: 1n, decimals: 4 };

/** The value and rank that the scorer would give a unit with so many more points, all others as they are. */
function rescored({ units }: Scoreboard, unitId: string, more: ReturnType<typeof readDecimal>) {
  const own = units.find(({ unit_id }) => unit_id === unitId)!.scores.dti!;
  const value = divideHalfUp(plus(readDecimal(own.points), more), readDecimal(own.max_points), 4);
  const values = new Map(
    units.flatMap((unit) => (unit.rank === null ? [] : [[unit.unit_id, readDecimal(unit.scores.dti!.value)]])),
  );
  return { value: fixed(value, 4), rank: rankValues(values.set(unitId, value)).get(unitId) };
}

describe('findNextRank', () => {
  it('names the points that lift every unit past the next better one, and not a ten-thousandth less does', () => {
    const ranked = scoreboard.units.filter(({ rank }) => rank !== null && rank > 1);
    expect(ranked.length).toBeGreaterThan(20);
    for (const { unit_id, rank } of ranked) {
      const next = findNextRank(scoreboard, unit_id, 'dti');
      if (next === null || typeof next === 'string') throw new Error(`${unit_id} has ${next}`);
      const points = readDecimal(next.points);
      expect(rescored(scoreboard, unit_id, points)).toEqual({ value: next.value, rank: next.rank });
      expect(next.rank).toBeLessThan(rank!);
      const less = rescored(scoreboard, unit_id, minus(points, step));
      const passed = scoreboard.units.find((unit) => unitLabel(unit) === next.passed[0])!;
      expect(Number(less.value)).toBeLessThanOrEqual(Number(passed.scores.dti!.value));
    }
  });

  it('says who has nobody before it, and whom not even all points would lift over the next', () => {
    const [first] = scoreboard.units;
    expect(findNextRank(scoreboard, first!.unit_id, 'dti')).toBe('first');
    const belowTop = scoreboard.units.filter(({ scores }) => scores.awareness!.value !== '1.0000');
    const nearest = belowTop.toSorted((a, b) => a.scores.awareness!.rank! - b.scores.awareness!.rank!)[0]!;
    expect(findNextRank(scoreboard, nearest.unit_id, 'awareness')).toBe('out_of_reach');
  });

  it('has no answer for a unit without a rank', () => {
    expect(findNextRank(scoreboard, 'nobody', 'dti')).toBeNull();
  });
});
