import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters, redirect } from '../../shared/http/messages.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { linkRankingReport, readRun } from './read-run.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, table: connectScoreTable(environment.SCORE_TABLE) };

// The report goes by a signed link: API answers end at 6 MB, a report of 3,321 communes may not.
export const handler = signedInFunction(async (event, caller) => {
  const { run_id } = pathParameters(event, 'run_id');
  if (event.rawPath.endsWith('/ranking.xlsx')) return redirect(await linkRankingReport(run_id, caller, deps));
  return answer(200, await readRun(run_id, caller, deps));
});
