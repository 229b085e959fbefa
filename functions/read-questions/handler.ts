import { signedInFunction } from '../../shared/http/http-function.ts';
import { answer, pathParameters } from '../../shared/http/messages.ts';
import { flag, queryParameters, wholeNumber } from '../../shared/http/query-parameters.ts';
import { connectBuckets } from '../../shared/lake/objects.ts';
import { connectLedger } from '../../shared/ledger/ledger.ts';
import { readEnvironment } from '../../shared/observability/environment.ts';
import { connectScoreTable } from '../../shared/score-store/score-table.ts';
import { listQuestions, listUnitQuestions } from './read-questions.ts';

const environment = readEnvironment('LAKE_BUCKET', 'SCORE_TABLE', 'LEDGER_TABLE');
const deps = {
  ...connectBuckets({ lake: environment.LAKE_BUCKET }),
  table: connectScoreTable(environment.SCORE_TABLE),
  ledger: connectLedger(environment.LEDGER_TABLE),
};

export const handler = signedInFunction(async (event, caller) => {
  const of = pathParameters(event, 'group', 'period');
  if (event.pathParameters?.unit_id !== undefined) {
    const cursor = wholeNumber(queryParameters(event, 'cursor'), 'cursor');
    return answer(200, await listUnitQuestions({ ...of, ...pathParameters(event, 'unit_id'), cursor }, caller, deps));
  }
  const query = queryParameters(event, 'open', 'cursor');
  const input = { ...of, open: flag(query, 'open'), cursor: query.cursor };
  return answer(200, await listQuestions(input, caller, deps));
});
