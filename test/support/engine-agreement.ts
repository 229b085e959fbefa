import fc from 'fast-check';
import { tableOf } from '../../shared/lake/tables.ts';
import { compareScores } from '../../shared/scoring/compare-scores.ts';
import { computeWithSql, runChecks } from '../../shared/scoring/compute-with-sql.ts';
import { freezeTables } from '../../shared/scoring/freeze-tables.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { Scores, ScoringInputs } from '../../shared/scoring/scores.ts';
import { arbitraryCase } from './arbitrary-scoring.ts';
import type { AthenaLake } from './athena-lake.ts';

/** Mistakes to plant. */
export interface Mutants {
  sql?: (statement: string) => string;
  reference?: (scores: Scores) => Scores;
}

const runId = 'case';

export const drawCases = (count: number, seed: number): ScoringInputs[] =>
  fc.sample(arbitraryCase(), { numRuns: count, seed });

/** Where the real SQL and the reference differ on a round; empty when they agree to the last digit. */
export async function findDifferences(
  lake: AthenaLake,
  inputs: ScoringInputs,
  mutants: Mutants = {},
): Promise<string[]> {
  const { sql: mutate = (statement) => statement, reference = (scores) => scores } = mutants;
  for (const { table, rows } of freezeTables(inputs)) await lake.put(tableOf(table), runId, rows);
  const query: typeof lake.query = (sql, parameters) => lake.query(mutate(sql), parameters);
  const scores = await computeWithSql({ ...lake, query }, runId, inputs.framework);
  return compareScores(scores, reference(scoreReference(inputs)));
}

/** What the checks hold against the round that was compared last. */
export const findFailures = async (lake: AthenaLake) =>
  (await runChecks(lake.query, runId)).filter(({ severity }) => severity === 'fail');
