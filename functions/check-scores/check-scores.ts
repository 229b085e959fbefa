import type { RunStatement } from '../../shared/lake/connect-query.ts';
import type { Bucket } from '../../shared/lake/objects.ts';
import { Fault } from '../../shared/observability/fault.ts';
import { readFrozenInputs, scoringInputs } from '../../shared/release/frozen-inputs.ts';
import { writeChecks } from '../../shared/release/run-checks.ts';
import { readPreparedInputs, readScores } from '../../shared/release/run-files.ts';
import { compareScores } from '../../shared/scoring/compare-scores.ts';
import { runChecks } from '../../shared/scoring/compute-with-sql.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';

export interface CheckScoresDeps {
  lake: Bucket;
  query: RunStatement;
}

/** Rows of a failure that are kept: enough to find the cause, few enough for an entry. */
const namedRows = 10;

/** Lets a run go on only when the SQL's own checks are silent and the TypeScript scorer agrees to the last digit. */
export async function checkScores(runId: string, deps: CheckScoresDeps): Promise<void> {
  const [inputFiles, scores, rows] = await Promise.all([
    readPreparedInputs(deps.lake, runId),
    readScores(deps.lake, runId),
    runChecks(deps.query, runId),
  ]);
  const failures = rows.filter((row) => row.severity === 'fail').map((row) => JSON.stringify(row));
  const inputs = scoringInputs(await readFrozenInputs(inputFiles));
  const differences = compareScores(scores, scoreReference(inputs));
  await writeChecks(deps.lake, runId, { rows, differences });
  refuse('SCORES_CHECK_FAILED', failures);
  refuse('SCORES_DISAGREE', differences);
}

function refuse(code: string, rows: string[]): void {
  if (rows.length === 0) return;
  throw new Fault(code, `${rows.length} row(s): ${rows.slice(0, namedRows).join('; ')}`);
}
