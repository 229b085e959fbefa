import { type SignedInEvent, signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters, requiredParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listRuns } from './list-runs.ts';
import { linkRankingReport, readRun } from './read-run.ts';
import { readRunChecks } from './read-run-checks.ts';
import { readRunInputs } from './read-run-inputs.ts';
import { readRunChanges, readRunScoreboard } from './read-run-scoreboard.ts';

const environment = readEnvironment('LAKE_BUCKET', 'LEDGER_TABLE', 'SCORE_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = {
  lake,
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  if (event.pathParameters?.run_id === undefined)
    return answer(200, await listRuns(requiredParameters(event, 'group', 'period'), caller, deps));
  const { run_id } = pathParameters(event, 'run_id');
  const paged = pagedViews[viewOf(event)];
  if (paged) {
    const cursor = wholeNumber(queryParameters(event, 'cursor'), 'cursor');
    return answer(200, await paged({ run_id, cursor }, caller, deps));
  }
  queryParameters(event);
  // The report goes by a signed link: API answers end at 6 MB, a report of 3,321 communes may not.
  if (viewOf(event) === 'ranking.xlsx') return link(event, await linkRankingReport(run_id, caller, deps));
  return answer(200, await (views[viewOf(event)] ?? readRun)(run_id, caller, deps));
});

/** What of the run is asked for: the end of the address. */
const viewOf = ({ routeKey }: SignedInEvent): string => routeKey.slice(routeKey.lastIndexOf('/') + 1);

const pagedViews: Record<string, typeof readRunScoreboard | typeof readRunChanges> = {
  scoreboard: readRunScoreboard,
  changes: readRunChanges,
};
const views: Record<string, (runId: string, by: Caller, at: typeof deps) => Promise<object>> = {
  checks: readRunChecks,
  inputs: readRunInputs,
};
