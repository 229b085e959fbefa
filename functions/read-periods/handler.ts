import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { queryParameters } from '../../shared/http/query-parameters.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listPeriods, readPeriodView } from './read-periods.ts';

const environment = readEnvironment('SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ledger: connectLedger(environment.LEDGER_TABLE),
  table: connectScoreTable(environment.SCORE_TABLE),
  now: () => new Date(),
};

export const handler = signedInFunction(async (event, caller) => {
  if (event.pathParameters?.period === undefined) {
    const { group } = queryParameters(event, 'group');
    return answer(200, await listPeriods(group, caller, deps));
  }
  queryParameters(event);
  return answer(200, await readPeriodView(pathParameters(event, 'group', 'period'), caller, deps));
});
