import { describe, expect, it } from 'vitest';
import { differenceOf, figuresOfGroup } from '../../../../shared/release/profile/group-figures.ts';
import type { IndicatorPoints } from '../../../../shared/scoring/scores.ts';
import { buildProvinceScoreboard } from '../../../support/scoreboard-builder.ts';

const scoreboard = buildProvinceScoreboard();
const row = (unit_id: string, points: string | null): IndicatorPoints => ({
  ...{ unit_id, indicator: 'c1', state: 'answered', self_points: points, appraised_points: null, points },
  max_points: '10.0000',
});

describe('figuresOfGroup', () => {
  it('takes the mean of the two in the middle, half up, and counts nobody without points', () => {
    const rows = [row('a', '1.0000'), row('b', '9.0000'), row('c', '2.0001'), row('d', '3.0000'), row('e', null)];
    const { indicators } = figuresOfGroup(scoreboard, { indicator_points: rows });
    expect(indicators.get('c1')).toEqual({ median: '2.5001', best: '9.0000', units: 4 });
  });

  it('takes the one in the middle of an odd number, by size and not by text', () => {
    const rows = [row('a', '10.0000'), row('b', '9.0000'), row('c', '2.0000')];
    expect(figuresOfGroup(scoreboard, { indicator_points: rows }).indicators.get('c1')?.median).toBe('9.0000');
  });

  it('has the figures of each published measure', () => {
    const { measures } = figuresOfGroup(scoreboard, { indicator_points: [] });
    expect([...measures.keys()]).toEqual(scoreboard.measures.map(({ measure }) => measure));
    expect(measures.get('dti')?.best).toBe(scoreboard.units[0]!.scores.dti!.value);
  });
});

describe('differenceOf', () => {
  it('is exact', () => {
    expect(differenceOf('0.1000', '0.3000')).toBe('-0.2000');
    expect(differenceOf('140.0000', '139.9999')).toBe('0.0001');
  });
});
