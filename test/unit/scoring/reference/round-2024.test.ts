import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { type Round, round2024 } from '../../../../sample-data/rounds.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { scoreReference } from '../../../../shared/scoring/reference/score-reference.ts';
import { scoreSuccessors } from '../../../../shared/scoring/reference/score-successors.ts';
import type { Scores, ScoringInputs } from '../../../../shared/scoring/scores.ts';
import { membersOf } from '../../../../shared/units/registry.ts';

async function inputsOf(round: Round): Promise<ScoringInputs> {
  return {
    framework: await loadFramework(round.framework),
    units: round.rows.map(({ unit }) => ({
      unit_id: unit.unit_id,
      name_vi: unit.name_vi,
      submitted: true,
      ranked: true,
    })),
    observations: round.rows.flatMap(({ unit, values }) =>
      values.map((value) => ({
        unit_id: unit.unit_id,
        ...value,
        submission_sha256: '0'.repeat(64),
        sheet: null,
        cell: null,
      })),
    ),
  };
}

const round34 = round2024('province34');
const scores34 = scoreReference(await inputsOf(round34));
const round63 = round2024('province63');
const inputs63 = await inputsOf(round63);
const scores63 = scoreReference(inputs63);

const scoreOf = (scores: Scores, unitId: string, measure: string) =>
  scores.measure_scores.find((score) => score.unit_id === unitId && score.measure === measure);

const averagesOf = (scores: Scores) =>
  Object.fromEntries(scores.averages.map(({ measure, value }) => [measure, value]));

describe('the 2024 round of the 34', () => {
  const totals = round34.published.map((published) => ({
    ...published,
    found: scoreOf(scores34, published.unit_id, 'dti')!,
  }));

  it('gives all 34 the rank that was published', () => {
    expect(totals.map(({ found }) => found.rank)).toEqual(totals.map(({ rank }) => rank));
    expect(totals).toHaveLength(34);
  });

  it('is within 0.0001 of every published total: published main indices are rounded already', () => {
    const distances = totals.map(({ found, dti }) => Big(found.value!).minus(dti).abs());
    expect(distances.filter((distance) => distance.lte('0.0001'))).toHaveLength(34);
    expect(distances.filter((distance) => distance.eq('0'))).toHaveLength(27);
  });

  it('averages to 0.7005', () => {
    expect(averagesOf(scores34).dti).toBe('0.7005');
  });

  it('keeps every main index as it was published', () => {
    const published = round34.rows.flatMap(({ unit, values }) =>
      values.map(({ indicator, value }) => Big(value).eq(scoreOf(scores34, unit.unit_id, indicator)!.value!)),
    );
    expect(published).toHaveLength(34 * 8);
    expect(published).not.toContain(false);
  });

  it('shows S and M of the leader, from which anyone can divide again', () => {
    expect(scoreOf(scores34, 'P01-2025', 'infrastructure')).toEqual({
      unit_id: 'P01-2025',
      measure: 'infrastructure',
      points: '130.0040',
      max_points: '140.0000',
      value: '0.9286',
      rank: 12,
      answered_count: 1,
      asked_count: 1,
    });
    expect(scoreOf(scores34, 'P01-2025', 'dti')).toMatchObject({ points: '774.6990', max_points: '940.0000', rank: 1 });
  });
});

describe('the 2024 round of the 63', () => {
  it('claims main indices only: with 640 of 940 points a total would be another index', () => {
    expect(scores63.averages.map(({ measure }) => measure)).not.toContain('dti');
    expect(scores63.measure_scores.every(({ rank }) => rank === null)).toBe(true);
  });

  it('leaves an index that was not assessed without a value, never zero', () => {
    expect(scoreOf(scores63, 'P01', 'awareness')).toMatchObject({ value: null, max_points: '0.0000' });
    expect(scores63.averages.find(({ measure }) => measure === 'awareness')).toMatchObject({
      value: null,
      unit_count: 0,
    });
  });

  it('has the published country average of the total, 0.6961, over the 63', async () => {
    // The published totals as figures of a framework of one index: the same averaging as any measure.
    const total = { ...inputs63.framework.indicators[0]!, assessed: true };
    const framework = { ...inputs63.framework, indicators: [total] };
    const observations = round63.published.map(({ unit_id, dti }) => ({
      ...inputs63.observations[0]!,
      unit_id,
      indicator: total.indicator,
      value: dti,
    }));
    const { averages } = scoreReference({ ...inputs63, framework, observations });
    expect(averages[0]).toEqual({ measure: total.main_index, value: '0.6961', unit_count: 63 });
  });
});

describe('the 34 from the 63', () => {
  const successors = membersOf('province34', '2024').map(({ unit_id, formed_from }) => ({
    unit_id,
    formed_from,
    ranked: true,
  }));
  const derived = scoreSuccessors({
    framework: inputs63.framework,
    successors,
    measure_scores: scores63.measure_scores,
  });
  const assessed = inputs63.framework.indicators.filter((indicator) => indicator.assessed);
  const compared = successors.flatMap(({ unit_id, formed_from }) =>
    assessed.map(({ main_index }) => ({
      isMerged: formed_from.length > 1,
      found: scoreOf(derived, unit_id, main_index)?.value,
      published: scoreOf(scores34, unit_id, main_index)?.value,
    })),
  );

  it.each([
    [true, 92, 'merged values'],
    [false, 44, 'values of provinces that only continue'],
  ])('merged %s: reproduces all %i published %s', (isMerged, count) => {
    const values = compared.filter((value) => value.isMerged === isMerged);
    expect(values.map(({ found }) => found)).toEqual(values.map(({ published }) => published));
    expect(values).toHaveLength(count);
  });
});
