import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listPeriodObjections, listUnitObjections } from './read-objections.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  const cursor = wholeNumber(queryParameters(event, 'cursor'), 'cursor');
  if (event.pathParameters?.unit_id === undefined)
    return answer(200, await listPeriodObjections({ ...of, cursor }, caller, deps));
  return answer(200, await listUnitObjections({ ...of, ...pathParameters(event, 'unit_id'), cursor }, caller, deps));
});
