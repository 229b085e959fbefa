import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scores } from '../../shared/scoring/scores.ts';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';
import { combineCases } from '../support/combine-cases.ts';
import { drawCases, findDifferences, findFailures, type Mutants } from '../support/engine-agreement.ts';
import { Coverage, possibleKinds } from '../support/scoring-coverage.ts';
import { sketchFramework, sketchRound } from '../support/scoring-round.ts';

let lake: AthenaLake;
beforeAll(async () => {
  lake = await openAthenaLake(lakeTables);
});
afterAll(() => lake.close());

/** Few, yet of every kind: this seed draws each rule in each state early. `npm run test:long` scores 10,000 cases. */
const seed = 12;
const cases = drawCases(30, seed);

const inputsOf = (...names: string[]) => names.map((input) => ({ input, decimals: 0, minimum: null, maximum: null }));

/**
 * A half, a step that is reached, nothing to divide by, a tie, an appraisal, a unit that answered too little and one that
 * answered nothing of a main index.
 */
const delicate = sketchRound(
  sketchFramework(
    {
      share: { rule: 'ratio', inputs: inputsOf('numerator', 'denominator') },
      other: { rule: 'ratio', inputs: inputsOf('numerator', 'denominator') },
      count: {
        rule: 'count_tiers',
        inputs: inputsOf('count'),
        tiers: [{ key: '3', points: '10', label_vi: 'ba' }],
      },
      apart: { rule: 'yes_no', inputs: inputsOf('answer'), main_index: 'apart' },
    },
    { minimum_answered_percent: 60 },
  ),
  {
    U1: {
      share: { figures: { numerator: '1', denominator: '200000' } },
      other: { figures: { numerator: '1', denominator: '0' } },
      count: { figures: { count: '3' } },
      apart: { figures: { answer: '1' } },
    },
    U2: {
      share: { figures: { numerator: '1', denominator: '200000' } },
      other: { state: 'not_due' },
      count: { figures: { count: '4' } },
      apart: { figures: { answer: '0' } },
    },
    U3: {
      share: { figures: { numerator: '0', denominator: '1' } },
      other: { figures: { numerator: '1', denominator: '2' } },
      count: { figures: { count: '2' }, appraised: '4' },
      apart: { state: 'not_answered', appraised: '9' },
    },
    U4: {
      share: { figures: { numerator: '1', denominator: '1' } },
      other: { state: 'not_answered' },
      count: { state: 'not_answered' },
      apart: { state: 'not_answered' },
    },
  },
);

describe('SQL and the independent scorer', () => {
  it('agree to the last digit on rounds that nobody chose, and the checks have nothing to say', async () => {
    const [round] = combineCases(drawCases(10, seed + 1), 10);
    expect(await findDifferences(lake, round!)).toEqual([]);
    expect(await findFailures(lake)).toEqual([]);
  });

  it(`agree on ${cases.length} more (seed ${seed}) of every rule, state and exact half`, async () => {
    const coverage = new Coverage();
    for (const one of cases) coverage.add(one);
    expect(possibleKinds.length).toBeGreaterThan(45);
    expect(coverage.below(1)).toEqual([]);
    for (const round of combineCases(cases, 20)) expect(await findDifferences(lake, round)).toEqual([]);
  });

  const swap = (from: string, to: string) => (sql: string) => sql.replaceAll(from, to);
  const nudge = ({ indicator_points: [first, ...others], ...scores }: Scores): Scores => ({
    ...scores,
    indicator_points: [{ ...first!, max_points: `${first!.max_points}1` }, ...others],
  });
  it('agree on a delicate round', async () => {
    expect(await findDifferences(lake, delicate)).toEqual([]);
  });

  it.each<[string, Mutants]>([
    ['halves rounded down', { sql: swap('+ target_scaled) / NULLIF(2', '+ target_scaled - 1) / NULLIF(2') }],
    ['a step that must be passed, not reached', { sql: swap('key_scaled <= obs', 'key_scaled < obs') }],
    [
      'an appraisal that is not looked at',
      { sql: swap('COALESCE(appraised_points_scaled, self_points_scaled)', 'self_points_scaled') },
    ],
    ['a zero denominator that always counts', { sql: swap("= 'not_applicable' THEN 'not_app", "= '' THEN 'not_app") }],
    ['ranks that do not skip after a tie', { sql: swap('RANK() OVER', 'DENSE_RANK() OVER') }],
    ['a unit that answered too little and is ranked', { sql: swap('AND valued.answered_enough', '') }],
    ['a unit that answered nothing of a measure and is ranked', { sql: swap('AND valued.answered_count > 0', '') }],
    [
      'a measure that counts answers of the whole unit',
      { sql: swap('CAST(SUM(scores.answered_count) AS bigint)', 'scores.unit_answered_count') },
    ],
    ['a wrong digit of the reference', { reference: nudge }],
  ])('are told apart when one has %s', async (_, mutants) => {
    const found = await findDifferences(lake, delicate, mutants).catch((error: Error) => [error.message]);
    expect(found).not.toEqual([]);
    expect(found.join()).toMatch(/^(?:indicator_points|measure_scores) row/);
  });
});
