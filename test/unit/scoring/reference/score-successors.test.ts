import { describe, expect, it } from 'vitest';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { type PublishedValue, scoreSuccessors } from '../../../../shared/scoring/reference/score-successors.ts';
import type { MeasureScore } from '../../../../shared/scoring/scores.ts';

const framework = await loadFramework('dti-province-405');

/** Published main indices of a predecessor, all alike but those given. */
const published = (unit_id: string, value: string, others: Record<string, string> = {}): PublishedValue[] =>
  framework.main_indices.map(({ main_index }) => ({
    unit_id,
    measure: main_index,
    value: others[main_index] ?? value,
  }));

const successor = (unit_id: string, ...formed_from: string[]) => ({ unit_id, formed_from, ranked: true });

const figureOf = (rows: MeasureScore[], unitId: string, measure: string) =>
  rows.find((row) => row.unit_id === unitId && row.measure === measure)?.value;

describe('scoreSuccessors', () => {
  it('takes the plain mean, whatever the size of the predecessors, an exact half upwards', () => {
    const { measure_scores } = scoreSuccessors({
      framework,
      successors: [successor('N1', 'A', 'B'), successor('N2', 'A', 'B', 'C')],
      measure_scores: [...published('A', '0.5000'), ...published('B', '0.5001'), ...published('C', '0.6000')],
    });
    expect(figureOf(measure_scores, 'N1', 'awareness')).toBe('0.5001'); // 0.50005
    expect(figureOf(measure_scores, 'N2', 'awareness')).toBe('0.5334'); // 0.53336…
  });

  it('forms total and pillars from the rounded main indices, so that the table can be checked from itself', () => {
    const { measure_scores } = scoreSuccessors({
      framework,
      successors: [successor('N1', 'A', 'B')],
      measure_scores: [
        ...published('A', '0.0000', { activity_gov: '0.0001' }),
        ...published('B', '0.0000', { activity_gov: '0.0010' }),
      ],
    });
    // Mean 0.00055, rounded 0.0006; times 200 points. From the unrounded mean it would be 0.1100.
    expect(measure_scores[0]).toMatchObject({
      measure: 'dti',
      points: '0.1200',
      max_points: '940.0000',
      value: '0.0001',
    });
    expect(figureOf(measure_scores, 'N1', 'pillar_gov')).toBe('0.0002');
    expect(figureOf(measure_scores, 'N1', 'pillar_econ')).toBe('0.0000');
  });

  it('ranks successors among themselves', () => {
    const { measure_scores } = scoreSuccessors({
      framework,
      successors: [successor('N1', 'A'), successor('N2', 'B')],
      measure_scores: [...published('A', '0.5000'), ...published('B', '0.6000')],
    });
    const totals = measure_scores.filter(({ measure }) => measure === 'dti');
    expect(totals.map(({ unit_id, rank }) => [unit_id, rank])).toEqual([
      ['N1', 2],
      ['N2', 1],
    ]);
  });

  it('counts no answers, because nobody asked a successor anything', () => {
    const { measure_scores } = scoreSuccessors({
      framework,
      successors: [successor('N1', 'A')],
      measure_scores: published('A', '0.5000'),
    });
    expect(measure_scores.every((row) => row.answered_count === 0 && row.asked_count === 0)).toBe(true);
  });

  it('gives no value to a successor of which one predecessor was not scored: a mean of the rest would be another unit', () => {
    const { measure_scores, averages } = scoreSuccessors({
      framework,
      successors: [successor('N1', 'A', 'B'), successor('N2', 'A')],
      measure_scores: published('A', '0.5000'),
    });
    expect(new Set(measure_scores.map(({ unit_id }) => unit_id))).toEqual(new Set(['N2']));
    expect(averages[0]).toEqual({ measure: 'dti', value: '0.5000', unit_count: 1 });
  });
});
