import { lakeTables } from '../../shared/scoring/sql/output-tables.ts';
import { openAthenaLake } from '../support/athena-lake.ts';
import { combineCases } from '../support/combine-cases.ts';
import { drawCases, findDifferences } from '../support/engine-agreement.ts';
import { Coverage, possibleKinds } from '../support/scoring-coverage.ts';

/**
 * Random cases through the real SQL and the independent scorer: the seeds, what differs, and how many rows of each rule,
 * state and exact half were met. Ends with 1 when anything differs or a kind was met less than 100 times.
 * `tsx test/bench/agreement.ts [CASES] [SEED]`
 */
const [count = '10000', firstSeed = '2026'] = process.argv.slice(2);
const casesPerBatch = 500;
const casesPerRound = 20;
const leastRows = 100;

const coverage = new Coverage();
const differences: string[] = [];
const seeds = Array.from({ length: Math.ceil(Number(count) / casesPerBatch) }, (_, batch) => Number(firstSeed) + batch);
const started = performance.now();
const lake = await openAthenaLake(lakeTables);
try {
  for (const seed of seeds) {
    const cases = drawCases(casesPerBatch, seed);
    for (const one of cases) coverage.add(one);
    for (const round of combineCases(cases, casesPerRound)) {
      for (const difference of await findDifferences(lake, round)) differences.push(`seed ${seed}: ${difference}`);
    }
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(JSON.stringify({ seed, cases: casesPerBatch, differences: differences.length, seconds }));
  }
} finally {
  await lake.close();
}
const rare = coverage.below(leastRows);
console.log(coverage.table());
for (const line of [...differences.slice(0, 20), ...rare]) console.log(line);
console.log(
  JSON.stringify({
    cases: seeds.length * casesPerBatch,
    kinds: possibleKinds.length,
    kinds_below_100: rare.length,
    differences: differences.length,
  }),
);
process.exitCode = differences.length + rare.length > 0 ? 1 : 0;
