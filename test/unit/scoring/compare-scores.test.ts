import { describe, expect, it } from 'vitest';
import { compareScores } from '../../../shared/scoring/compare-scores.ts';
import type { Scores } from '../../../shared/scoring/scores.ts';

const scores = (...indicator_points: object[]) =>
  ({ indicator_points, measure_scores: [], averages: [] }) as unknown as Scores;

describe('compareScores', () => {
  it('finds nothing where fields stand in another order only', () => {
    expect(compareScores(scores({ unit_id: 'a', points: '1' }), scores({ points: '1', unit_id: 'a' }))).toEqual([]);
  });

  it('names part, row from 1 and both sides, also where one side has a row more', () => {
    expect(compareScores(scores({ points: '1' }), scores({ points: '1.0' }, { points: '2' }))).toEqual([
      'indicator_points row 1: SQL [["points","1"]], reference [["points","1.0"]]',
      'indicator_points row 2: SQL nothing, reference [["points","2"]]',
    ]);
  });

  it('takes a field that one side lacks for a difference', () => {
    expect(compareScores(scores({ points: '1', rank: null }), scores({ points: '1' }))).toHaveLength(1);
  });
});
