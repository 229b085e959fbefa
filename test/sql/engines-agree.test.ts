import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import { loadFramework } from '../../shared/frameworks/load-framework.ts';
import { frozenTables, tableOf } from '../../shared/lake/tables.ts';
import { compareScores } from '../../shared/scoring/compare-scores.ts';
import { computeWithSql, runChecks } from '../../shared/scoring/compute-with-sql.ts';
import { freezeTables } from '../../shared/scoring/freeze-tables.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import { renderScaled } from '../../shared/scoring/scaled-decimal.ts';
import type { ScoringInputs } from '../../shared/scoring/scores.ts';
import { type AthenaLake, openAthenaLake } from '../support/athena-lake.ts';

const delivered = await loadFramework('dti-province-405');

let lake: AthenaLake;
beforeAll(async () => {
  lake = await openAthenaLake(frozenTables);
});
afterAll(() => lake.close());

/** Few decimals make ties; many, odd maxima and 3 decimals of points make halves and remainders. */
const decimals = fc.constantFrom(1, 2, 4, 6);

const framework: fc.Arbitrary<Framework> = fc
  .record({
    decimals: fc.constantFrom(2, 4),
    points_decimals: fc.constantFrom(3, 4),
    indicators: fc
      .array(indicator(), { minLength: 1, maxLength: 14 })
      .filter((all) => all.some(({ assessed }) => assessed)),
  })
  .map((drawn) => ({
    ...delivered,
    ...drawn,
    indicators: drawn.indicators.map((one, n) => ({ ...one, indicator: `i${n}` })),
  }));

function indicator(): fc.Arbitrary<Indicator> {
  return fc
    .record({
      main_index: fc.constantFrom(...delivered.main_indices.map(({ main_index }) => main_index)),
      max_points: fc.bigInt(1n, 300_000n).map((points) => renderScaled(points, 3)),
      assessed: fc.boolean(),
      inputs: decimals.map((decimals) => [{ ...delivered.indicators[0]!.inputs[0]!, decimals }]),
    })
    .map((drawn) => ({ ...delivered.indicators[0]!, ...drawn }));
}

const inputs: fc.Arbitrary<ScoringInputs> = framework.chain((framework) =>
  fc
    .array(fc.record({ submitted: fc.boolean(), ranked: fc.boolean(), seed: fc.infiniteStream(fc.nat()) }), {
      maxLength: 12,
    })
    .map((drawn) => {
      const units = drawn.map(({ submitted, ranked }, n) => ({
        unit_id: `U${n}`,
        name_vi: `Tỉnh ${n}`,
        submitted,
        ranked,
      }));
      const observations = drawn.flatMap(({ submitted, seed }, n) =>
        submitted ? framework.indicators.map((one) => declared(`U${n}`, one, seed.next().value as number)) : [],
      );
      return { framework, units, observations };
    }),
);

function declared(unit_id: string, { indicator, inputs }: Indicator, seed: number) {
  const [{ decimals }] = inputs as [Indicator['inputs'][number]];
  const value = renderScaled(BigInt(seed) % (10n ** BigInt(decimals) + 1n), decimals).replace(/\.?0+$/, '') || '0';
  return { unit_id, indicator, input: 'value', value, submission_sha256: 's', sheet: null, cell: null };
}

describe('SQL and the independent scorer', () => {
  it('agree to the last digit on rounds that nobody chose, and the checks have nothing to say', {
    timeout: 60_000,
  }, async () => {
    let run = 0;
    const agree = async (round: ScoringInputs) => {
      const runId = `round-${run++}`;
      for (const { table, rows } of freezeTables(round)) await lake.put(tableOf(table), runId, rows);
      const scores = await computeWithSql(lake.query, runId, round.framework);
      expect(compareScores(scores, scoreReference(round))).toEqual([]);
      if (run % 5 === 1) expect(await runChecks(lake.query, runId)).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(inputs, agree), { numRuns: 12, seed: 405 });
  });
});
