import { signedInFunction } from '../../shared/http/http-function.ts';
import { link } from '../../shared/http/link.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { linkRankingReport, readRun } from './read-run.ts';

const environment = readEnvironment('LAKE_BUCKET', 'LEDGER_TABLE');
const { lake } = connectBuckets({ lake: environment.LAKE_BUCKET });
const deps = { lake, ledger: connectLedger(environment.LEDGER_TABLE) };

// The report goes by a signed link: API answers end at 6 MB, a report of 3,321 communes may not.
export const handler = signedInFunction(async (event, caller) => {
  queryParameters(event);
  const { run_id } = pathParameters(event, 'run_id');
  if (event.routeKey.endsWith('/ranking.xlsx')) return link(event, await linkRankingReport(run_id, caller, deps));
  return answer(200, await readRun(run_id, caller, deps));
});
