import { beforeAll, describe, expect, it } from 'vitest';
import { officialWeights, reweigh, type Weights } from '../../../shared/scoring/reweigh.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { release2024 } from '../../support/made-release.ts';

let table: Scoreboard;
beforeAll(async () => {
  table = JSON.parse(new TextDecoder().decode((await release2024()).get('scoreboard.json')));
});

const official = ({ units }: Scoreboard) =>
  new Map(units.map(({ unit_id, rank, scores }) => [unit_id, { value: scores.dti?.value ?? null, rank }]));
const found = (scoreboard: Scoreboard, weights: Weights) =>
  new Map(reweigh(scoreboard, weights).map(({ unit_id, ...one }) => [unit_id, one]));

describe('reweigh', () => {
  it('gives every unit its published value and rank under the framework’s own weights', () => {
    expect(found(table, officialWeights(table))).toEqual(official(table));
  });

  it('does not change when all weights are doubled, for only their shares count', () => {
    const doubled = [...officialWeights(table)].map(([measure, points]) => [measure, `${2 * Number(points)}`] as const);
    expect(found(table, new Map(doubled))).toEqual(official(table));
  });

  it('gives the value and rank of one main index when nothing else has a weight', () => {
    const only = new Map(
      [...officialWeights(table).keys()].map((measure) => [measure, measure === 'security' ? '7' : '0']),
    );
    const published = new Map(
      table.units.map(({ unit_id, scores: { security } }) => [
        unit_id,
        { value: security!.value, rank: security!.rank },
      ]),
    );
    expect(found(table, only)).toEqual(published);
  });

  it('has no value and no rank where no weight is left', () => {
    const none = new Map([...officialWeights(table).keys()].map((measure) => [measure, '0']));
    expect(reweigh(table, none).filter(({ value, rank }) => value !== null || rank !== null)).toEqual([]);
    expect(reweigh(table, none)).toHaveLength(34);
  });

  it('rounds once, an exact half upwards, and leaves what does not apply out of the maximum', () => {
    const measure = (code: string, kind: 'total' | 'main_index', max: string) => ({
      ...{ measure: code, kind, name_vi: code, name_en: code, average: null, average_units: 0, max_points: max },
      ranked: true,
    });
    const score = (points: string, max_points: string) => ({ value: '0.0000', points, max_points, rank: null });
    const unit = (unit_id: string, scores: Record<string, ReturnType<typeof score>>) => ({
      ...{ unit_id, unit_name_vi: unit_id, state: 'ranked' as const, rank: 1, scores },
      ...{ submission_sha256: null, formed_from_vi: [] },
    });
    const made = {
      ...table,
      measures: [measure('dti', 'total', '20'), measure('a', 'main_index', '10'), measure('b', 'main_index', '10')],
      // Half of `a` applies to Y: 5 × 2 and 10 is its maximum when `a` counts twice.
      units: [
        unit('X', { a: score('0.00005', '10'), b: score('0.0009', '10') }),
        unit('Y', { a: score('5', '5'), b: score('0', '10') }),
      ],
    };
    // X: (0.00005 × 2 + 0.0009) / 30 = 0.0000333; Y: 10 / 20.
    expect(reweigh(made, new Map([['a', '20']]))).toEqual([
      { unit_id: 'X', value: '0.0000', rank: 2 },
      { unit_id: 'Y', value: '0.5000', rank: 1 },
    ]);
    // X: 0.0005 / 10 = 0.00005, an exact half of the last digit.
    const half = { ...made, units: [unit('X', { a: score('0.0005', '10'), b: score('1', '10') })] };
    const [only] = reweigh(half, new Map([['b', '0']]));
    expect(only).toEqual({ unit_id: 'X', value: '0.0001', rank: 1 });
  });
});
