import type { RunStatement } from '../../shared/lake/connect-query.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { putTable } from '../../shared/lake/put-table.ts';
import { readFrozenInputs } from '../../shared/release/frozen-inputs.ts';
import { readPreparedInputs, writeScores } from '../../shared/release/run-files.ts';
import { computeWithSql } from '../../shared/scoring/compute-with-sql.ts';

export interface ComputeScoresDeps {
  lake: Bucket;
  query: RunStatement;
}

/** Scores the run's frozen tables in SQL and keeps the result: as tables for the checks, as one document for what follows. */
export async function computeScores(runId: string, deps: ComputeScoresDeps): Promise<void> {
  const { framework } = await readFrozenInputs(await readPreparedInputs(deps.lake, runId));
  const { lake, query } = deps;
  const scores = await computeWithSql({ query, put: putTable(lake) }, runId, framework);
  await writeScores(lake, runId, scores);
}
