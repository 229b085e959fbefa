import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';
import { combineCases } from '../support/combine-cases.ts';
import { drawCases, findDifferences } from '../support/engine-agreement.ts';
import { Coverage, possibleKinds } from '../support/scoring-coverage.ts';

/** Ten thousand cases. Few share one statement: every unit of a round is scored by every indicator of it. */
const seeds = Array.from({ length: 20 }, (_, batch) => 2026 + batch);
const casesPerSeed = 500;
const casesPerRound = 20;
const leastRows = 100;

let lake: AthenaLake;
beforeAll(async () => {
  lake = await openAthenaLake(lakeTables);
});
afterAll(() => lake.close());

describe('SQL and the independent scorer', () => {
  const coverage = new Coverage();

  it.each(seeds)(`agree to the last digit on ${casesPerSeed} random rounds of seed %i`, async (seed) => {
    const cases = drawCases(casesPerSeed, seed);
    for (const one of cases) coverage.add(one);
    for (const round of combineCases(cases, casesPerRound)) expect(await findDifferences(lake, round)).toEqual([]);
  });

  it(`met every rule, state and exact half that there is, each at least ${leastRows} times`, () => {
    process.stdout.write(`${coverage.table()}\n`);
    expect(possibleKinds.length).toBeGreaterThan(45);
    expect(coverage.below(leastRows)).toEqual([]);
  });
});
